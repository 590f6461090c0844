using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;
using DomainGroup = Wenye.WelfarePosts.Domain.People.HardshipGroup;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>Second placements (接续帮扶), 36号 第十八条: how long someone has been without work since the term, by the province's records.</summary>
internal sealed class SecondPlacements(WelfarePostsDbContext database, EmploymentRegister register)
{
    /// <summary>Placements of someone that ended, the first one first (曾经安置).</summary>
    public async Task<IReadOnlyList<Placement>> EarlierAsync(Guid person, CancellationToken cancellation) =>
        await database.Placements.AsNoTracking().Where(one => one.PersonId == person && one.State == PlacementState.Left)
            .OrderBy(one => one.StartedOn).ThenBy(one => one.Id).ToListAsync(cancellation);

    /// <summary>What Registration has of someone who was placed before (就业登记记录), asked before anything is held; nothing of who was not.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyList<Employment>> HistoryAsync(Guid? person, string idNumber, CancellationToken cancellation) =>
        person is { } known && await database.Placements.AnyAsync(one => one.PersonId == known && one.State == PlacementState.Left, cancellation)
            ? await register.HistoryAsync(idNumber, cancellation)
            : [];

    /// <summary>Decides welfare_posts.replacement (认定).</summary>
    /// <param name="earlier">Placements that ended, at least one.</param>
    /// <param name="placements">累计安置次数 so far.</param>
    /// <param name="history">Employments that Registration has.</param>
    /// <param name="policy">Place of the post and day.</param>
    public static Decision<ReplacementResult> Decide(
        IReadOnlyList<Placement> earlier, int placements, IReadOnlyList<Employment> history, PolicyContext policy)
    {
        var facts = new ReplacementFacts
        {
            // 首次聘用时的群体
            Group = (DomainGroup)earlier[0].Group,
            UnemployedMonthsSinceTerm = MonthsWithoutWork(earlier, history, policy.AsOf),
            Placements = placements,
        };
        return Replacement.Decide(facts, policy);
    }

    // 补贴期满后连续一年以上仍未能…实现就业的（以山东省公共就业人才服务信息系统有效记录为准）. Who left before the end has no term behind them until it is over.
    private static int MonthsWithoutWork(IReadOnlyList<Placement> earlier, IReadOnlyList<Employment> history, DateOnly today)
    {
        var ours = earlier.Select(one => one.EmploymentId?.ToString()).ToHashSet(StringComparer.Ordinal);
        var since = earlier.Max(one => one.Until > one.EndedOn ? one.Until.Value : one.EndedOn!.Value);
        foreach (var other in history.Where(one => !ours.Contains(one.EmploymentId)))
        {
            since = other.EndedOn is not { } ended ? today : ended.ToDay() > since ? ended.ToDay() : since;
        }

        var months = 0;
        while (since.AddMonths(months + 1) <= today)
        {
            months++;
        }

        return months;
    }
}
