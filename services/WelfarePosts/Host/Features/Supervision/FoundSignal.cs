using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>What is looked for (线索查询).</summary>
/// <param name="Kind">线索种类.</param>
/// <param name="Area">Of which a placement must be.</param>
/// <param name="Before">The last one shown; all bits set: none yet.</param>
/// <param name="Most">最多条数.</param>
/// <param name="FewerDaysThan">Of months without attendance: how many days worked are enough (出勤天数下限).</param>
internal sealed record SignalSearch(PostSignalKind Kind, DivisionRange Area, (Guid Placement, Guid Other) Before, int Most, int FewerDaysThan);

/// <summary>A signal as the records show it (线索).</summary>
/// <param name="Placement">在岗记录.</param>
/// <param name="Other">Of two posts and of relatives the other one; else empty.</param>
/// <param name="Since">Since when; null: of no day.</param>
/// <param name="Months">Of months without attendance: which; else null.</param>
internal sealed record FoundSignal(Guid Placement, Guid Other, DateOnly? Since, IReadOnlyList<PaidMonth>? Months = null);
