using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Fundings;

/// <summary>Apprentices by name as callers see them (学徒应答): masked for everybody.</summary>
internal static class NamedAnswers
{
    /// <summary>Adds the names to the lines of the answer (学徒名单).</summary>
    public static async Task AddNamedAsync(this TrainingDbContext database, Contract.Funding answer, IEnumerable<FundingApprentice> named, CancellationToken cancellation)
    {
        var all = named.ToList();
        var ids = all.ConvertAll(one => one.TraineeId);
        var people = await database.Trainees.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
        foreach (var line in all.GroupBy(one => one.Line))
        {
            answer.Apprentices[line.Key - 1].Named.Add(line.OrderBy(one => one.Number).Select(one => ToContract(one, people[one.TraineeId])));
        }
    }

    private static Apprentice ToContract(FundingApprentice one, Trainee person)
    {
        var decision = StoredDecisions.ToContract(one.Decision);
        var answer = new Apprentice
        {
            ApprenticeId = one.Id.ToString(),
            Name = Masked.Name(person.Name),
            IdNumber = PersonalSight.MaskedId(person.IdNumber),
            Contract = one.Contract,
            Outcome = one.Outcome,
            Clauses = { decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => finding.Clause).Distinct() },
            MissingFacts = { one.Outcome == Outcome.Incomplete ? decision.MissingFacts : [] },
        };
        if (one.Finished is { } finished)
        {
            answer.Finished = finished;
        }

        return answer;
    }
}
