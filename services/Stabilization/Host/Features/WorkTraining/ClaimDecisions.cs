using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.EnterpriseSizes;
using Wenye.Stabilization.Domain.WorkTraining;
using Firm = Wenye.Stabilization.Data.Firm;
using Stored = Wenye.Contracts.Policy.V1.Outcome;
using TraineeGroup = Wenye.Stabilization.Domain.WorkTraining.TraineeGroup;
using WorkTrainingKind = Wenye.Stabilization.Domain.WorkTraining.WorkTrainingKind;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>Decides a claim with what is known today (认定): its roster, the firm's size, each month after the earlier ones.</summary>
internal sealed class ClaimDecisions(StabilizationDbContext database, ParameterSet parameters, TimeProvider time)
{
    private const decimal FenOfTenThousandYuan = 1_000_000;

    /// <summary>Decides every month again and puts the claim's state and amount right; the caller holds the firm's lock.</summary>
    public async Task DecideAsync(TrainingClaim claim, Firm firm, CancellationToken cancellation)
    {
        var policy = parameters.At(Division.Parse(claim.Division), ChinaTime.Today(time));
        var months = claim.Months.OrderBy(month => month.Month).ToList();
        var size = await SizeAsync(firm, months[0].Month.Year - 1, policy, cancellation);
        var share = await ShareAsync(claim.Pool, policy.AsOf, cancellation);
        var holdings = await FirmHoldings.OfOthersAsync(database, firm.Id, claim.Id, cancellation);
        var facts = months.Select(month => FactsOf(claim, month, holdings, policy) with
        {
            Size = size.Result is { } found ? found.Size : default(Fact<FirmSize>),
            SpecialAccountShare = Fact.From(share),
        });

        var decisions = Domain.WorkTraining.WorkTrainingClaim.Decide([.. facts], policy).Months;
        foreach (var (month, decision) in months.Zip(decisions))
        {
            month.Trainees = month.Roster.Count(person => person.Counts);
            month.Outcome = OutcomeOf(decision);
            month.AmountFen = decision.Result?.Amount.Fen ?? 0;
            month.Decision = Canonical(decision);
        }

        claim.SizeDecision = Canonical(size);
        claim.AmountFen = months.Sum(month => month.AmountFen);
        claim.State = months.Exists(month => month.Outcome == Stored.Incomplete) ? ClaimState.Incomplete : ClaimState.Submitted;
    }

    private static WorkTrainingFacts FactsOf(TrainingClaim claim, TrainingMonth month, FirmHoldings holdings, PolicyContext policy)
    {
        DecideRoster(claim, month, policy);
        return new WorkTrainingFacts
        {
            Kind = (WorkTrainingKind)claim.Kind,
            Month = YearMonth.Of(month.Month),
            AppliedOn = claim.AppliedOn,
            Industry = claim.Industry == HitIndustry.Unspecified ? default(Fact<WorkTrainingIndustry>) : (WorkTrainingIndustry)claim.Industry,
            ScopeAdded = Fact.From(claim.ScopeAdded),

            // Who lacks material might count: until that is known, the number is not.
            Trainees = month.Roster.Any(person => person is { Outcome: Stored.Incomplete, RejectedBecause: null })
                ? default(Fact<int>)
                : month.Roster.Count(person => person.Counts),
            MonthsUsed = holdings.MonthsUsed,
            PaidBefore = holdings.PaidInDifficulty,
            PaidThisMonth = holdings.PaidThisMonth(claim.Kind, month.Month),
            OtherKind = holdings.ClaimsOtherKind(claim.Kind, month.Month),
            RevenueDrop = Fact.From(month.RevenueDrop),
            ElectricityDrop = Fact.From(month.ElectricityDrop),
            EnergyDrop = Fact.From(month.EnergyDrop),
        };
    }

    private static void DecideRoster(TrainingClaim claim, TrainingMonth month, PolicyContext policy)
    {
        var kind = (WorkTrainingKind)claim.Kind;
        var shown = new PayrollShown(
            kind, month.PayrollProof == default ? null : (Domain.WorkTraining.PayrollProof)month.PayrollProof, month.LastQuarterPayroll);
        var standard = policy.On(claim.AppliedOn);
        foreach (var person in month.Roster)
        {
            var decision = Domain.WorkTraining.Trainee.Decide(
                new TraineeFacts
                {
                    Kind = kind,
                    Month = YearMonth.Of(month.Month),
                    AppliedOn = claim.AppliedOn,
                    Group = person.Group == default ? default(Fact<TraineeGroup>) : (TraineeGroup)person.Group,
                    TakenOn = Fact.From(person.HiredOn),
                    RegisteredEmployment = Fact.From(person.RegisteredEmployment),
                    WagePaid = PayrollProofs.WagePaid(Money.FromFen(person.WageFen), shown, standard),
                    OtherSubsidy = Fact.From(person.OtherSubsidy),
                    Dispatched = Fact.From(person.Dispatched),
                    DispatchAgreement = Fact.From(person.DispatchAgreement),
                },
                policy);
            person.Outcome = OutcomeOf(decision);
            person.Decision = Canonical(decision);
        }
    }

    // 300号 has a year's figures in view; the falls are measured against 2019, and the months of the policy are those of 2020.
    private async Task<Decision<FoundSize>> SizeAsync(Firm firm, int year, PolicyContext policy, CancellationToken cancellation)
    {
        var accounts = await database.Set<FirmFinance>().AsNoTracking().SingleOrDefaultAsync(one => one.FirmId == firm.Id && one.Year == year, cancellation);
        return EnterpriseSize.Decide(
            new EnterpriseSizeFacts
            {
                Industry = firm.Industry,
                Employees = Fact.From((decimal?)accounts?.Employees),
                Revenue = Fact.From(accounts?.RevenueFen / FenOfTenThousandYuan),
                Assets = Fact.From(accounts?.AssetsFen / FenOfTenThousandYuan),
            },
            policy);
    }

    private async Task<decimal?> ShareAsync(string pool, DateOnly day, CancellationToken cancellation)
    {
        var latest = await database.Set<SpecialAccount>().AsNoTracking().Where(account => account.Pool == pool && account.Day <= day)
            .OrderByDescending(account => account.Day).ThenByDescending(account => account.Number).FirstOrDefaultAsync(cancellation);
        return latest is null ? null : SpecialAccounts.ShareOf(latest);
    }

    private static string Canonical(Decision decision) => Encoding.UTF8.GetString(DecisionJson.Write(decision));

    private static Stored OutcomeOf(Decision decision) => decision.Outcome switch
    {
        Outcome.Granted => Stored.Granted,
        Outcome.Refused => Stored.Refused,
        _ => Stored.Incomplete,
    };
}
