using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features;

/// <summary>What was decided on a record and who did what to it (决定与办理环节). The record is held by the caller's transaction.</summary>
internal sealed class Records(WelfarePostsDbContext database)
{
    /// <summary>Stores decisions with a record (存档), in their order.</summary>
    public async Task KeepAsync(Guid record, IEnumerable<Decision> decisions, CancellationToken cancellation)
    {
        var last = await LastAsync(database.Set<RecordDecision>().Where(one => one.RecordId == record).Select(one => one.Sequence), cancellation);
        var added = database.Set<RecordDecision>().Local.Count(one => one.RecordId == record && one.Sequence > last);
        database.AddRange(decisions.Select((decision, i) => new RecordDecision
        {
            RecordId = record,
            Sequence = last + added + i + 1,
            Program = decision.Program,
            Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision)),
        }));
    }

    /// <summary>Records a step (记录环节).</summary>
    /// <param name="record">Of which record.</param>
    /// <param name="state">What it leaves the record in.</param>
    /// <param name="by">Who, when, where and why.</param>
    /// <param name="cancellation">The call's.</param>
    /// <param name="what">What was done when the state does not tell it.</param>
    public async Task StepAsync<TState>(Guid record, TState state, HandledBy by, CancellationToken cancellation, string? what = null)
        where TState : struct, Enum
    {
        var last = await LastAsync(database.Set<RecordStep>().Where(one => one.RecordId == record).Select(one => one.Sequence), cancellation);
        var added = database.Set<RecordStep>().Local.Count(one => one.RecordId == record && one.Sequence > last);
        database.Add(new RecordStep { RecordId = record, State = state.ToString() }.By(last + added + 1, by, what));
    }

    /// <summary>Stores a decision and a step with each of many records (批量存档).</summary>
    /// <param name="kept">Each record once: what was decided, null for nothing, and what it leaves the record in.</param>
    /// <param name="by">Who, when, where and why.</param>
    /// <param name="what">What was done when the state does not tell it.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task KeepAllAsync<TState>(
        IReadOnlyCollection<(Guid Record, Decision? Decision, TState State)> kept, HandledBy by, string? what, CancellationToken cancellation)
        where TState : struct, Enum
    {
        Guid[] ids = [.. kept.Select(one => one.Record)];
        var decided = await database.Set<RecordDecision>().Where(one => ids.Contains(one.RecordId)).GroupBy(one => one.RecordId)
            .Select(same => new { same.Key, Last = same.Max(one => one.Sequence) }).ToDictionaryAsync(one => one.Key, one => one.Last, cancellation);
        var taken = await database.Set<RecordStep>().Where(one => ids.Contains(one.RecordId)).GroupBy(one => one.RecordId)
            .Select(same => new { same.Key, Last = same.Max(one => one.Sequence) }).ToDictionaryAsync(one => one.Key, one => one.Last, cancellation);
        database.AddRange(kept.Where(one => one.Decision is not null).Select(one => new RecordDecision
        {
            RecordId = one.Record,
            Sequence = decided.GetValueOrDefault(one.Record) + 1,
            Program = one.Decision!.Program,
            Decision = Encoding.UTF8.GetString(DecisionJson.Write(one.Decision)),
        }));
        database.AddRange(kept.Select(one =>
            new RecordStep { RecordId = one.Record, State = one.State.ToString() }.By(taken.GetValueOrDefault(one.Record) + 1, by, what)));
    }

    /// <summary>The steps of a record (办理环节), oldest first: operator and note only for those who handle posts.</summary>
    public async Task<IEnumerable<PostStep>> StepsAsync(Guid record, Caller caller, CancellationToken cancellation) =>
        (await database.Set<RecordStep>().AsNoTracking().Where(one => one.RecordId == record).OrderBy(one => one.Sequence).ToListAsync(cancellation))
        .Select(step => step.ToContract(caller));

    /// <summary>The decisions stored with a record (已存决定), oldest first.</summary>
    /// <param name="record">Of which record.</param>
    /// <param name="cancellation">The call's.</param>
    /// <param name="sequence">The one with this number; null: all.</param>
    public async Task<IEnumerable<Wenye.Contracts.Policy.V1.Decision>> DecisionsAsync(Guid record, CancellationToken cancellation, int? sequence = null) =>
        (await database.Set<RecordDecision>().AsNoTracking().Where(one => one.RecordId == record && (sequence == null || one.Sequence == sequence)).OrderBy(one => one.Sequence).ToListAsync(cancellation))
        .Select(one => StoredDecisions.ToContract(one.Decision));

    private static async Task<int> LastAsync(IQueryable<int> sequences, CancellationToken cancellation) =>
        await sequences.MaxAsync(one => (int?)one, cancellation) ?? 0;
}
