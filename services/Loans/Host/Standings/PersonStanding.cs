using Wenye.Loans.Data;

namespace Wenye.Loans.Standings;

/// <summary>How someone stands on a day (人员当日状态): what Registration answered at the qualification, and what events told since.</summary>
/// <remarks>
/// A register that was asked before the events began to come may know what no event told: that counts until an event tells its end.
/// </remarks>
internal sealed class PersonStanding
{
    private const string Unit = "unit";
    private const string WelfarePost = "welfare_post";

    private readonly RegisterFile asked;
    private readonly IReadOnlyList<ToldFact> facts;
    private readonly DateOnly day;

    /// <param name="asked">The answer at the qualification, or the last before it.</param>
    /// <param name="facts">All that was told of the person.</param>
    /// <param name="day">当日.</param>
    public PersonStanding(RegisterFile asked, IEnumerable<ToldFact> facts, DateOnly day)
    {
        (this.asked, this.facts, this.day) = (asked, [.. facts], day);
        Work = [.. WorkOf().OrderBy(work => work.Since)];
    }

    /// <summary>登记失业 since; null: not, or not known.</summary>
    public DateOnly? UnemployedSince =>
        Of(ToldKind.Unemployment).Where(fact => fact.HoldsOn(day)).Max(fact => fact.Since) ?? (UnemploymentEnded is null ? asked.UnemployedSince : null);

    /// <summary>就业困难人员.</summary>
    public bool InHardship => Of(ToldKind.Hardship).Any(fact => fact.HoldsOn(day)) || (asked.Hardship && HardshipEnded is null);

    /// <summary>Work that lasts (在业), the earliest first.</summary>
    public IReadOnlyList<WorkFile> Work { get; }

    /// <summary>Certificates that stand (有效培训合格证书), the earliest first.</summary>
    public IEnumerable<ToldFact> Certificates => Of(ToldKind.Certificate).Where(fact => fact.HoldsOn(day)).OrderBy(fact => fact.Since);

    /// <summary>When the last event about the person was taken; null: none was.</summary>
    public DateTimeOffset? ToldAt => facts.Count == 0 ? null : facts.Max(fact => fact.ToldAt);

    /// <summary>When the registration as unemployed that the qualification saw ended (失业登记注销日); null: it was none, or stands.</summary>
    public DateOnly? UnemploymentEnded => asked.Unemployed ? EndOf(ToldKind.Unemployment, asked.UnemployedSince) : null;

    /// <summary>The same of hardship (困难认定终止日).</summary>
    public DateOnly? HardshipEnded => asked.Hardship ? EndOf(ToldKind.Hardship, asked.AskedOn) : null;

    /// <summary>Work for a unit that the qualification did not see (资格审核后就业), but what the person founded; the earliest first.</summary>
    /// <param name="ownBusiness">统一社会信用代码 of that; empty: none.</param>
    public IEnumerable<WorkFile> BegunSince(string ownBusiness) =>
        Work.Where(work => work.ForUnit && (work.EmployerCode.Length == 0 || work.EmployerCode != ownBusiness) && !asked.Work.Any(known => IsSame(known, work)));

    /// <summary>When work at this firm that the qualification saw ended (离职日); null: it was none, or lasts, or another began there.</summary>
    public DateOnly? LeftFirm(string creditCode) =>
        asked.Work.Any(work => work.EmployerCode == creditCode) && !Work.Any(work => work.EmployerCode == creditCode)
            ? Of(ToldKind.Employment).Where(fact => fact.EmployerCode == creditCode).Max(fact => fact.Until)
            : null;

    // Events leave out the code of an individual business, where it names the owner.
    private static bool IsSame(WorkFile one, WorkFile other) =>
        one.Since == other.Since && (one.EmployerCode == other.EmployerCode || one.EmployerCode.Length == 0 || other.EmployerCode.Length == 0);

    private IEnumerable<ToldFact> Of(ToldKind kind) => facts.Where(fact => fact.Kind == kind);

    // The last end, when nothing of the kind holds any more; one before a day is of an earlier registration.
    private DateOnly? EndOf(ToldKind kind, DateOnly? notBefore) => Of(kind).Any(fact => fact.HoldsOn(day))
        ? null
        : Of(kind).Max(fact => fact.Until ?? fact.ExpiresOn?.AddDays(1)) is { } end && end <= day && !(end < notBefore) ? end : null;

    private IEnumerable<WorkFile> WorkOf()
    {
        var told = Of(ToldKind.Employment).Where(fact => fact.Since is not null).ToList();
        var lasting = told.Where(fact => fact.HoldsOn(day)).Select(WorkFileOf).ToList();

        // Of work that was answered an event may have told the end, or nothing at all.
        var ended = told.Where(fact => !fact.HoldsOn(day)).Select(WorkFileOf).ToList();
        return lasting.Concat(asked.Work.Where(known => !lasting.Exists(work => IsSame(work, known)) && !ended.Exists(work => IsSame(work, known))));
    }

    private static WorkFile WorkFileOf(ToldFact fact) => new(fact.Detail is Unit or WelfarePost, fact.Since!.Value, fact.EmployerCode ?? "");
}
