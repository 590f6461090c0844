using System.Globalization;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>Months and rosters as callers send them (申领月份、花名册): what is wrong with them, and what is stored of them.</summary>
internal sealed class ClaimInput(PersonalDataProtector protector, TimeProvider time)
{
    private const int MostMonths = 12;
    private const int MostPeopleAMonth = 2000;
    private const int MostPeople = 5000;
    private const int NameLength = 50;
    private const int DropPlaces = 6;
    private const long MostWageFen = 100_000_000;

    // An answer's trailers hold about so many; the rest are counted.
    private const int MostFaults = 100;
    private static readonly YearMonth FirstMonth = new(2019, 1);

    /// <summary>What is wrong with the months of a request (校验); fields are counted from 1.</summary>
    /// <param name="months">The request's.</param>
    /// <param name="atLeastOne">Whether a month must be among them.</param>
    public static IEnumerable<FieldError> Faults(IReadOnlyList<ClaimMonth> months, bool atLeastOne)
    {
        if (months.Count > MostMonths || (atLeastOne && months.Count == 0) || months.Sum(month => month.Trainees.Count) > MostPeople)
        {
            return [new("months", $"请填写 1 至 {MostMonths} 个申领月份，人员合计不超过 {MostPeople} 名；超过的请分次申领")];
        }

        var found = FaultsOf(months).ToList();
        return found.Count <= MostFaults
            ? found
            : [.. found.Take(MostFaults), new("months", string.Create(CultureInfo.InvariantCulture, $"另有 {found.Count - MostFaults} 处有误，请更正以上各处后重新提交"))];
    }

    /// <summary>A month of a request without <see cref="Faults"/>, as it is stored, not decided yet (申领月份).</summary>
    public TrainingMonth Stored(ClaimMonth month, Guid claimId)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var stored = new TrainingMonth
        {
            Id = id,
            ClaimId = claimId,
            Month = YearMonth.Parse(month.Month).FirstDay,
            RevenueDrop = Drop(month.RevenueDrop),
            ElectricityDrop = Drop(month.ElectricityDrop),
            EnergyDrop = Drop(month.EnergyDrop),
            PayrollProof = month.PayrollProof,
            LastQuarterPayroll = month.LastQuarterPayroll,
        };
        for (var i = 0; i < month.Trainees.Count; i++)
        {
            stored.Roster.Add(Line(id, i + 1, month.Trainees[i]));
        }

        return stored;
    }

    private TrainingPerson Line(Guid month, int line, Trainee trainee) => new()
    {
        MonthId = month,
        Line = line,
        Name = trainee.Name,
        IdNumber = trainee.IdNumber,
        IdHash = protector.LookupHash(trainee.IdNumber),
        Group = trainee.Group,
        HiredOn = trainee.HiredOn?.ToDay(),
        WageFen = trainee.WageFen,
        RegisteredEmployment = trainee.HasRegisteredEmployment ? trainee.RegisteredEmployment : null,
        OtherSubsidy = trainee.HasOtherSubsidy ? trainee.OtherSubsidy : null,
        Dispatched = trainee.HasDispatched ? trainee.Dispatched : null,
        DispatchAgreement = trainee.HasDispatchAgreement ? trainee.DispatchAgreement : null,
    };

    private static decimal? Drop(string text) => text.Length == 0 ? null : decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static IEnumerable<FieldError> FaultsOf(IReadOnlyList<ClaimMonth> months)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < months.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"months[{i + 1}]");
            var month = months[i];
            if (!YearMonth.TryParse(month.Month, out var known) || known < FirstMonth || !named.Add(month.Month))
            {
                yield return new($"{path}.month", $"申领月份应为 YYYY-MM，不早于 {FirstMonth}，且每月只填一次");
            }

            foreach (var fault in FaultsOf(month, path))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<FieldError> FaultsOf(ClaimMonth month, string path)
    {
        if (month.Trainees.Count is 0 or > MostPeopleAMonth)
        {
            yield return new($"{path}.trainees", $"每月花名册应有 1 至 {MostPeopleAMonth} 名人员");
        }

        foreach (var (name, drop) in new[] { ("revenue_drop", month.RevenueDrop), ("electricity_drop", month.ElectricityDrop), ("energy_drop", month.EnergyDrop) })
        {
            if (!IsDrop(drop))
            {
                yield return new($"{path}.{name}", $"降幅应为不大于 1、至多 {DropPlaces} 位小数的数值，如 0.5 表示下降 50%，未查明时不填");
            }
        }

        if (!Enum.IsDefined(month.PayrollProof))
        {
            yield return new($"{path}.payroll_proof", "请从接口定义的工资发放证明中选择，尚未提供时不填");
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < month.Trainees.Count; i++)
        {
            foreach (var (field, message) in FaultsOf(month.Trainees[i], known))
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"{path}.trainees[{i + 1}].{field}"), message);
            }
        }
    }

    private static IEnumerable<FieldError> FaultsOf(Trainee trainee, HashSet<string> known)
    {
        if (trainee.Name.Length is 0 or > NameLength || string.IsNullOrWhiteSpace(trainee.Name))
        {
            yield return new("AAC003", $"请填写姓名，不超过 {NameLength} 个字符");
        }

        if (trainee.IdNumber.Length != 18 || !ResidentId.TryParse(trainee.IdNumber, out _))
        {
            yield return new("AAC147", "公民身份号码应为 18 位且校验码正确，末位 X 大写，请按证件核对");
        }
        else if (!known.Add(trainee.IdNumber))
        {
            yield return new("AAC147", "该人员在本月花名册中重复，请删除重复的行");
        }

        if (!Enum.IsDefined(trainee.Group))
        {
            yield return new("group", "请从接口定义的人员类别中选择，未查明时不填");
        }

        if (trainee.HiredOn is { } day && !day.IsDay())
        {
            yield return new("hired_on", "请填写有效日期，未查明时不填");
        }

        if (trainee.WageFen is < 0 or > MostWageFen)
        {
            yield return new("wage_fen", "当月工资以分填写，应为 0 至 1 亿");
        }
    }

    private static bool IsDrop(string text) => text.Length == 0 || (text.Length <= 20
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var drop)
        && drop is <= 1 and > -1_000_000 && decimal.Round(drop, DropPlaces) == drop);
}
