using System.Data;
using Npgsql;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Features.NewEmployment.Judging;

namespace Wenye.Statistics.Features.NewEmployment.RebuildNewEmployment;

/// <summary>Judges everything again beside the figures, compares, and puts what differs right (重算核对), in one transaction.</summary>
/// <remarks>
/// All is read as of one moment, in order of the people, while others go on being judged. Whoever waits to be judged is left out of the
/// comparison: what arrived of them is in no figure yet. Ended in the middle, it has changed nothing.
/// </remarks>
internal sealed class RebuildNewEmploymentHandler(NpgsqlDataSource database, PersonJudge judge)
{
    public async Task<RebuildNewEmploymentResponse> HandleAsync(Caller caller, CancellationToken cancellation)
    {
        // It concerns the figures of everybody.
        caller.DemandDivision(Division.Nation.Code);
        await using var writer = await database.OpenConnectionAsync(cancellation);
        await using var writing = await writer.BeginTransactionAsync(cancellation);
        var differing = new DifferingVerdicts(writer);
        await differing.PrepareAsync(cancellation);
        await using var reader = await database.OpenConnectionAsync(cancellation);
        await using var moment = await reader.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var figures = new StandingFigures();
        var records = await CompareAsync(reader, differing, figures, cancellation);
        var answer = new RebuildNewEmploymentResponse
        {
            Records = records,
            DifferingRecords = differing.Count,
            DifferingFigures = await figures.DifferingAsync(reader, cancellation),
            WaitingPeople = await StandingFigures.WaitingAsync(reader, cancellation),
        };
        await moment.RollbackAsync(cancellation);
        if (answer.DifferingRecords > 0 || answer.DifferingFigures > 0)
        {
            await differing.RightAsync(cancellation);
        }

        await AuditTrail.Of(database).WriteAsync(writer, cancellation);
        await writing.CommitAsync(cancellation);
        return answer;
    }

    // The next people are read while these are judged.
    private async Task<long> CompareAsync(NpgsqlConnection reader, DifferingVerdicts differing, StandingFigures figures, CancellationToken cancellation)
    {
        var kept = await KeptPeople.OpenAsync(reader, cancellation);
        var records = 0L;
        var next = Task.Run(() => kept.ReadAsync(cancellation), cancellation);
        try
        {
            while (await next is { Count: > 0 } people)
            {
                next = Task.Run(() => kept.ReadAsync(cancellation), cancellation);
                var found = new List<(StandingVerdict? Standing, EmploymentVerdict? Judged)>();
                foreach (var person in people)
                {
                    var judged = judge.Judge(person.Person, person.History);
                    records += judged.Count;
                    figures.Add(person.Standing);
                    if (!person.IsWaiting)
                    {
                        found.AddRange(Differing(person.Standing, judged));
                    }
                }

                await differing.AddAsync(found, cancellation);
            }
        }
        finally
        {
            // Nothing else may use the connection while it still reads.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return records;
    }

    private static IEnumerable<(StandingVerdict? Standing, EmploymentVerdict? Judged)> Differing(IReadOnlyList<StandingVerdict> standing, IReadOnlyList<EmploymentVerdict> judged)
    {
        foreach (var now in standing)
        {
            var verdict = judged.FirstOrDefault(one => one.EmploymentId == now.Verdict.EmploymentId);
            if (verdict is null || !IsSame(now.Verdict, verdict))
            {
                yield return (now, verdict);
            }
        }

        foreach (var verdict in judged.Where(one => !standing.Any(now => now.Verdict.EmploymentId == one.EmploymentId)))
        {
            yield return (null, verdict);
        }
    }

    private static bool IsSame(EmploymentVerdict one, EmploymentVerdict other) =>
        (one.PersonId, one.Division, one.Period, one.Outcome, one.Ground) == (other.PersonId, other.Division, other.Period, other.Outcome, other.Ground);
}
