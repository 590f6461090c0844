using System.Globalization;
using Google.Protobuf.Collections;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Claims;

/// <summary>What is wrong with claims as callers send them (申领校验); lines are counted from 1.</summary>
internal static class ClaimInput
{
    public const int MostLines = 2000;
    public const int LongestReason = 100;
    private const int LongestName = 50;
    private const int LongestFirmName = 100;
    private const int LongestNumber = 40;
    private const int LongestAccount = 40;
    private const int LongestBank = 100;
    private const int MostFurther = 20;

    // An answer's trailers hold about so many; the rest are counted.
    private const int MostFaults = 100;

    private static readonly ClaimMaterial[] OfClaim = [ClaimMaterial.AgencyAgreement, ClaimMaterial.Invoice, ClaimMaterial.ApplicationForm];
    private static readonly ClaimMaterial[] OfLine = [ClaimMaterial.Identity, ClaimMaterial.Group, ClaimMaterial.Certificate];

    /// <summary>What is wrong with a claim by itself (申领).</summary>
    public static IEnumerable<FieldError> Faults(SubmitClaimRequest request, DateOnly today)
    {
        var faults = new List<FieldError>();
        void Demand(bool holds, string field, string message) => faults.AddRange(holds ? [] : [new FieldError(field, message)]);
        Demand(IsGiven(request.Kind), "kind", "请选择职业培训补贴、鉴定补贴、生活费补贴或线上平台补贴");
        Demand(IsGiven(request.Channel), "channel", "请选择个人申领、机构代领或企业申请");
        Demand(
            request.Channel != ClaimChannel.Firm || request.Kind is ClaimKind.TrainingSubsidy or ClaimKind.AppraisalSubsidy,
            "channel", "企业只能申请职业培训补贴和鉴定补贴");
        Demand(request.Kind != ClaimKind.OnlinePlatform || request.Channel == ClaimChannel.Institution, "channel", "线上平台补贴由线上平台申领");
        Demand((request.Division.Length == 0 && request.Channel == ClaimChannel.Institution) || IsPlace(request.Division), "division", "请填写受理的县或市的 6 位行政区划代码");
        Demand((request.Channel == ClaimChannel.Institution) == Guid.TryParseExact(request.InstitutionId, "D", out _), "institution_id", "机构代领应填写培训机构标识（UUID），其他方式不填");
        var firm = request.Channel == ClaimChannel.Firm;
        Demand(firm ? UnifiedSocialCreditCode.TryParse(request.CreditCode, out _) : request.CreditCode.Length == 0, "credit_code", "企业申请应填写 18 位统一社会信用代码，其他方式不填");
        Demand(firm ? IsText(request.FirmName, LongestFirmName) : request.FirmName.Length == 0, "firm_name", $"企业申请应填写企业名称，不超过{LongestFirmName}个字符，其他方式不填");
        faults.AddRange(AccountFaults(request.BankAccount, request.BankName, request.Channel != ClaimChannel.Institution, ""));
        faults.AddRange(MaterialFaults(request.Materials, OfClaim, "materials"));
        faults.AddRange(FurtherFaults(request.FurtherPapers));
        Demand(request.Lines.Count is > 0 and <= MostLines, "lines", $"请填写 1 至 {MostLines} 行明细；超过的请分次申领");
        return Shortened([.. faults, .. request.Lines.Count > MostLines ? [] : request.Lines.SelectMany((line, i) => Faults(line, request, Path(i), today))]);
    }

    /// <summary>What is wrong with material that is supplied (补正).</summary>
    public static IEnumerable<FieldError> Faults(SupplyClaimMaterialRequest request)
    {
        var faults = new List<FieldError>([.. MaterialFaults(request.Materials, OfClaim, "materials"), .. FurtherFaults(request.FurtherPapers)]);
        if (request.Lines.Count > MostLines || request.Lines.DistinctBy(line => line.Line).Count() < request.Lines.Count)
        {
            faults.Add(new("lines", $"补正明细不超过 {MostLines} 行，每行只填一次"));
        }

        for (var i = 0; i < request.Lines.Count; i++)
        {
            faults.AddRange(MaterialFaults(request.Lines[i].Materials, OfLine, $"{Path(i)}.materials"));
            faults.AddRange(TermFaults(request.Lines[i].Group, request.Lines[i].Mode, Path(i)));
        }

        return Shortened(faults);
    }

    /// <summary>Path of a line (路径), from 1.</summary>
    public static string Path(int index) => string.Create(CultureInfo.InvariantCulture, $"lines[{index + 1}]");

    /// <summary>The first hundred faults and how many more (前一百处).</summary>
    public static IEnumerable<FieldError> Shortened(IReadOnlyList<FieldError> found) => found.Count <= MostFaults
        ? found
        : [.. found.Take(MostFaults), new("lines", string.Create(CultureInfo.InvariantCulture, $"另有 {found.Count - MostFaults} 处有误，请更正以上各处后重新提交"))];

    /// <summary>What is wrong with a person (人员校验).</summary>
    public static IEnumerable<FieldError> PersonFaults(ClaimPerson? person, string path)
    {
        if (!IsText(person?.Name, LongestName) || person!.Name.Any(char.IsWhiteSpace))
        {
            yield return new($"{path}.AAC003", $"请填写姓名，不超过{LongestName}个字符，不含空格");
        }

        if (person?.IdNumber is not { Length: 18 } id || !ResidentId.TryParse(id, out _))
        {
            yield return new($"{path}.AAC147", "公民身份号码应为 18 位且校验码正确，末位 X 大写，请按证件核对");
        }
    }

    /// <summary>What is wrong with an occupation and level (职业等级校验).</summary>
    public static IEnumerable<FieldError> OccupationFaults(OccupationLevel? occupation, string path)
    {
        if (occupation is not { Occupation.Length: > 0 and <= 20 } || !occupation.Occupation.All(char.IsAsciiDigit) || occupation.Level is < 1 or > 5)
        {
            yield return new($"{path}.occupation", "请填写职业（工种）编码（数字）和等级（1 至 5）");
        }
    }

    private static IEnumerable<FieldError> Faults(ClaimLine line, SubmitClaimRequest request, string path, DateOnly today)
    {
        var ofOurs = request.Kind is ClaimKind.LivingAllowance or ClaimKind.OnlinePlatform;
        var enrolled = Guid.TryParseExact(line.EnrolmentId, "D", out _);
        if (!enrolled && (line.EnrolmentId.Length > 0 || ofOurs))
        {
            yield return new($"{path}.enrolment_id", "学员标识应为报名时返回的 UUID；生活费补贴和线上平台补贴应按本平台的培训记录申领");
        }

        if (enrolled != line.Person is null)
        {
            yield return new($"{path}.person", "有学员标识的不填人员；没有的请填写姓名和身份号码");
        }

        if (ofOurs ? line.Certificate is not null : line.Certificate is null && (!enrolled || request.Kind == ClaimKind.AppraisalSubsidy))
        {
            yield return new($"{path}.certificate", "无培训记录的申领和鉴定补贴应填写证书；生活费补贴和线上平台补贴不填");
        }

        var withAccount = request is { Kind: ClaimKind.LivingAllowance, Channel: ClaimChannel.Institution };
        IEnumerable<FieldError> parts =
        [
            .. line.Person is null ? [] : PersonFaults(line.Person, path),
            .. line.Certificate is null ? [] : CertificateFaults(line.Certificate, path, today),
            .. MaterialFaults(line.Materials, OfLine, $"{path}.materials"),
            .. TermFaults(line.Group, line.Mode, path),
            .. AccountFaults(line.BankAccount, line.BankName, withAccount, $"{path}."),
        ];
        foreach (var fault in parts)
        {
            yield return fault;
        }
    }

    private static IEnumerable<FieldError> CertificateFaults(StatedCertificate certificate, string path, DateOnly today)
    {
        if (!IsGiven(certificate.Kind) || certificate.Kind == CertificateKind.Completion)
        {
            yield return new($"{path}.certificate.kind", "请选择证书种类；培训合格证书以学员标识申领，不在此处填写");
        }

        if (certificate.Number.Length is 0 or > LongestNumber || !certificate.Number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            yield return new($"{path}.certificate.number", $"请填写证书编号，不超过{LongestNumber}位数字、字母或连字符");
        }

        if (certificate.IssuedOn is null || !certificate.IssuedOn.IsDay() || certificate.IssuedOn.ToDay() > today)
        {
            yield return new($"{path}.certificate.issued_on", "请填写发证日期，不晚于今天");
        }

        foreach (var fault in OccupationFaults(certificate.Occupation, $"{path}.certificate"))
        {
            yield return fault;
        }
    }

    private static IEnumerable<FieldError> AccountFaults(string account, string bank, bool asked, string path)
    {
        if (account.Length > LongestAccount || !account.All(char.IsAsciiLetterOrDigit) || (account.Length > 0) != asked)
        {
            yield return new($"{path}bank_account", asked ? $"请填写收款账号，不超过{LongestAccount}位数字或字母" : "此处不填账号：机构代领支付到备案账户，代领生活费按行填写本人账户");
        }

        if (bank.Length > LongestBank || (bank.Length > 0) != asked)
        {
            yield return new($"{path}bank_name", asked ? $"请填写开户银行，不超过{LongestBank}个字符" : "此处不填开户银行");
        }
    }

    private static IEnumerable<FieldError> MaterialFaults(RepeatedField<MaterialAtHand> materials, ClaimMaterial[] allowed, string path)
    {
        if (materials.Any(one => !allowed.Contains(one.Material) || !IsGiven(one.Form)) || materials.DistinctBy(one => one.Material).Count() < materials.Count)
        {
            yield return new(path, "材料应从接口定义的本级材料中选择并注明方式，每种只填一次");
        }
    }

    private static IEnumerable<FieldError> FurtherFaults(RepeatedField<string> papers)
    {
        if (papers.Count > MostFurther || papers.Any(paper => !IsText(paper, LongestFirmName)))
        {
            yield return new("further_papers", $"其他材料不超过 {MostFurther} 种，每种写明名称");
        }
    }

    private static IEnumerable<FieldError> TermFaults(TraineeGroup group, TrainingMode mode, string path)
    {
        if (!Enum.IsDefined(group))
        {
            yield return new($"{path}.group", "请从接口定义的培训对象类别中选择，未查明时不填");
        }

        if (!Enum.IsDefined(mode))
        {
            yield return new($"{path}.mode", "请从接口定义的培训方式中选择，未查明时不填");
        }
    }

    private static bool IsGiven<T>(T term)
        where T : struct, Enum => Enum.IsDefined(term) && !EqualityComparer<T>.Default.Equals(term, default);

    private static bool IsPlace(string code) => Division.TryParse(code, out var division) && division.Level is DivisionLevel.City or DivisionLevel.District;

    private static bool IsText(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
