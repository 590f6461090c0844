using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>Signals as a supervisor sees them (线索应答): why, by which clause, and the placements, masked; people of other divisions not at all.</summary>
internal sealed class SignalRecords(WelfarePostsDbContext database, SignalPayments payments)
{
    private const decimal FenPerYuan = 100;
    private const string Province = "鲁人社字〔2020〕36号";
    private const string Nation = "人社部发〔2020〕38号";

    public async Task<IReadOnlyList<PostSignal>> ShowAsync(PostSignalKind kind, IReadOnlyList<FoundSignal> found, Caller caller, CancellationToken cancellation)
    {
        var placements = await PlacementsAsync(found, caller, cancellation);
        foreach (var (id, fen) in await payments.OfAsync(kind, found, cancellation))
        {
            placements[id].PaidFen = fen;
        }

        return
        [
            .. found.Select(signal => new PostSignal
            {
                Kind = kind,
                Reason = ReasonOf(kind, signal),
                Clause = ClauseOf(kind),
                Since = signal.Since?.ToContract(),
                PaidMonths = { signal.Months ?? [] },
                Placements = { new[] { signal.Placement, signal.Other }.Where(placements.ContainsKey).Select(id => placements[id]) },
            }),
        ];
    }

    private static string ReasonOf(PostSignalKind kind, FoundSignal signal) => kind switch
    {
        PostSignalKind.Employed => Text($"就业登记显示自 {signal.Since:yyyy-MM-dd} 起已在其他地方就业，此后仍在岗"),
        PostSignalKind.InsuredElsewhere => Text($"参保记录显示自 {signal.Since:yyyy-MM-dd} 起在其他单位参保，此后仍在岗"),
        PostSignalKind.Pension => Text($"自 {signal.Since:yyyy-MM-dd} 起享受基本养老保险待遇，此后仍在岗"),
        PostSignalKind.Death => Text($"记录显示已于 {signal.Since:yyyy-MM-dd} 死亡，此后仍在岗"),
        PostSignalKind.TwoPosts => Text($"同一人自 {signal.Since:yyyy-MM-dd} 起同时在两个公益性岗位"),
        PostSignalKind.Relatives => "有亲属关系的两人在同一用人单位或同一村的公益性岗位",
        _ => Text($"已核发补贴而考勤不足：{string.Join('、', signal.Months!.Select(OfMonth))}"),
    };

    private static string OfMonth(PaidMonth month) => Text($"{month.Month} 出勤 {month.DaysWorked} 天，核发 {month.PaidFen / FenPerYuan:0.00} 元");

    private static Clause ClauseOf(PostSignalKind kind) => kind switch
    {
        PostSignalKind.Employed or PostSignalKind.InsuredElsewhere => new() { Document = Province, Item = "第二十条(一)" },
        PostSignalKind.Pension or PostSignalKind.Death => new() { Document = Province, Item = "第二十条(三)" },
        PostSignalKind.TwoPosts or PostSignalKind.Relatives => new() { Document = Nation, Item = "八" },
        _ => new() { Document = Province, Item = "第二十二条" },
    };

    private Task<Dictionary<Guid, SignalPlacement>> PlacementsAsync(IReadOnlyList<FoundSignal> found, Caller caller, CancellationToken cancellation)
    {
        Guid[] ids = [.. found.SelectMany(signal => new[] { signal.Placement, signal.Other }).Where(id => id != Guid.Empty).Distinct()];
        return (
            from one in database.Placements.AsNoTracking()
            where ids.Contains(one.Id)
            join person in database.People on one.PersonId equals person.Id
            join employer in database.Employers on one.EmployerId equals employer.Id
            select new { Placement = one, Person = person, employer.Name })
            .ToDictionaryAsync(row => row.Placement.Id, row => ToContract(row.Placement, row.Person, row.Name, caller), cancellation);
    }

    private static SignalPlacement ToContract(Placement one, Person person, string employer, Caller caller)
    {
        var maySee = caller.MaySee(one.Division);
        return new()
        {
            PlacementId = one.Id.ToString(),
            PostId = one.PostId.ToString(),
            EmployerId = one.EmployerId.ToString(),
            EmployerName = employer,
            Division = one.Division,
            Kind = one.Kind,
            StartedOn = one.StartedOn.ToContract(),
            EndedOn = one.EndedOn?.ToContract(),
            Name = maySee ? Masked.Name(person.Name) : "",
            IdNumber = maySee ? Masked.Id(person.IdNumber) : "",
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
