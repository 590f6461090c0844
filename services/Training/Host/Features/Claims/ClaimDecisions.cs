using System.Text;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Data;
using Wenye.Training.Features.Courses;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;
using Stored = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Training.Features.Claims;

/// <summary>Decides a claim with what is known today, by the rules of the day of application (认定): each line after those before it.</summary>
internal sealed class ClaimDecisions(TrainingDbContext database, Catalogue catalogue, ParameterSet parameters)
{
    /// <summary>Decides every line again and puts the claim's state and sums right; the caller holds the people's locks.</summary>
    public async Task DecideAsync(Claim claim, CancellationToken cancellation)
    {
        var lines = claim.Lines.OrderBy(line => line.Line).ToList();
        var basis = await BasisAsync(claim, lines, cancellation);
        foreach (var line in lines)
        {
            Decide(line, basis);
            if (line.Pays)
            {
                basis.Holdings.Add(claim, line);
            }
        }

        Sum(claim);
        claim.State = claim.Incomplete > 0 ? ClaimState.Incomplete : ClaimState.Submitted;
    }

    /// <summary>Counts the lines and adds them up (合计).</summary>
    public static void Sum(Claim claim)
    {
        claim.Granted = claim.Lines.Count(line => line.Pays);
        claim.Incomplete = claim.Lines.Count(line => line is { Outcome: Stored.Incomplete, RejectedBecause: null });
        claim.Refused = claim.Lines.Count - claim.Granted - claim.Incomplete;
        claim.AmountFen = claim.Lines.Where(line => line.Pays).Sum(line => line.AmountFen);
    }

    /// <summary>What the lines are decided on (认定依据).</summary>
    public async Task<LineBasis> BasisAsync(Claim claim, IReadOnlyList<ClaimLine> lines, CancellationToken cancellation) => new(
        claim,
        parameters.At(Division.Parse(claim.Division), claim.AppliedOn),
        await Holdings.OfOthersAsync(database, [.. lines.Select(line => line.TraineeId).Distinct()], claim.Id, cancellation),
        await catalogue.InForceAsync(Division.Parse(claim.Division), [.. lines.Select(line => line.Occupation).Distinct()], claim.AppliedOn, cancellation),
        await database.CoursesTakenAsync([.. lines.Select(line => line.EnrolmentId).OfType<Guid>()], cancellation));

    private static void Decide(ClaimLine line, LineBasis basis)
    {
        var (decisions, amount) = LineDecisions.Decide(line, basis);
        line.Outcome = decisions.Any(one => one.Outcome == Outcome.Refused) ? Stored.Refused
            : decisions.Any(one => one.Outcome == Outcome.Incomplete) ? Stored.Incomplete
            : Stored.Granted;
        line.AmountFen = line.Outcome == Stored.Granted ? amount.Fen : 0;
        line.Decisions = string.Join('\n', decisions.Select(one => Encoding.UTF8.GetString(DecisionJson.Write(one))));
    }
}
