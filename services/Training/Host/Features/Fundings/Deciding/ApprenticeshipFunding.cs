using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.Training.Data;
using Wenye.Training.Domain.Apprentices;
using Wenye.Training.Domain.Subsidies;
using Funding = Wenye.Training.Data.Funding;
using Kind = Wenye.Training.Domain.Apprentices.ApprenticeKind;
using Stored = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>A firm's apprentices (企业新型学徒制), 55号 第六条(一), 辽 (十一): each line decided by itself.</summary>
internal static class ApprenticeshipFunding
{
    public static FundingOutcome Decide(Funding funding, FundingFacts known, PolicyContext policy)
    {
        var lines = funding.Apprentices.OrderBy(one => one.Line).ToList();
        var decisions = lines.ConvertAll(line => DecideLine(line, known, policy));
        foreach (var (line, decision) in lines.Zip(decisions))
        {
            line.DecidedFen = decision is { Outcome: Outcome.Granted, Result: { } granted } ? granted.Amount.Fen : 0;
        }

        var paidFor = lines.ConvertAll(line => PaidFor(funding, line));
        return new([.. decisions], [])
        {
            Settlement = paidFor.TrueForAll(people => people is not null) && decisions.TrueForAll(one => one.Outcome != Outcome.Incomplete)
                ? new(Money.FromFen(lines.Zip(paidFor).Sum(pair => pair.Second!.Value * pair.First.DecidedFen)), Ground(lines, paidFor))
                : null,
        };
    }

    // Of names only those who are granted; null: not settled yet, or of somebody who finished not all is shown.
    private static int? PaidFor(Funding funding, FundingApprentices line)
    {
        var named = funding.Named.Where(one => one.Line == line.Line).ToList();
        if (line.Finished is null || named.Count == 0)
        {
            return line.Finished;
        }

        var finished = named.FindAll(one => one.Finished == true);
        return finished.Exists(one => one.Outcome == Stored.Incomplete) ? null : finished.Count(one => one.Outcome == Stored.Granted);
    }

    private static string Ground(List<FundingApprentices> lines, List<int?> paidFor)
    {
        var (finished, paid) = (lines.Sum(line => line.Finished!.Value), paidFor.Sum());
        return finished == paid
            ? string.Create(CultureInfo.InvariantCulture, $"结业 {finished} 人")
            : string.Create(CultureInfo.InvariantCulture, $"结业 {finished} 人，其中 {finished - paid} 人不符合规定不予补贴");
    }

    private static Decision<SubsidyAmount> DecideLine(FundingApprentices line, FundingFacts known, PolicyContext policy) => Apprenticeship.Decide(
        new ApprenticeshipFacts
        {
            Apprentice = (Kind)line.Kind,
            Years = line.Years,
            StartedOn = line.StartedOn,
            Standard = Money.FromFen(line.StandardFen),
            CostlyOrUrgent = Fact.From(known.CostlyOrUrgent.TryGetValue((line.Occupation, line.Level), out var listed) ? listed : line.CostlyOrUrgent),
        },
        policy);
}
