using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain.Apprentices;
using Wenye.Training.Domain.Projects;
using Wenye.Training.Features.Fundings.Deciding;
using Funding = Wenye.Training.Data.Funding;
using FundingPayment = Wenye.Training.Data.FundingPayment;

namespace Wenye.Training.Features.Fundings;

/// <summary>Hands what has its ground over to payment (转入拨付), from the special account of the city; each stage once.</summary>
internal sealed class FundingPayables(TrainingDbContext database, Payables payables)
{
    /// <summary>Makes payable what is due and was not before, in the context's open transaction (登记); a day that became known is kept.</summary>
    /// <returns>The stages that are new.</returns>
    public async Task<IReadOnlyList<FundingStage>> AddAsync(
        Funding funding, FundingFacts known, IEnumerable<StageDue> due, HandledBy by, CancellationToken cancellation)
    {
        var fresh = new List<(FundingPayment Payment, bool IsPublic)>();
        foreach (var stage in due.Where(one => one.Amount.Fen > 0))
        {
            if (funding.Payments.SingleOrDefault(one => one.Stage == stage.Stage) is { } before)
            {
                before.DueOn ??= stage.DueOn;
                continue;
            }

            fresh.Add((PaymentOf(funding, stage), stage.IsPublic));
        }

        if (fresh.Count == 0)
        {
            return [];
        }

        if (funding.Kind is FundingKind.Tranches or FundingKind.Advance)
        {
            funding.ExpectedFen ??= known.Expected(funding)?.Fen;
        }

        var (account, bank) = await AccountAsync(funding, cancellation);
        var ids = await payables.AddAsync([.. fresh.Select(one => Of(funding, one.Payment, one.IsPublic, account, bank))], by, cancellation);
        foreach (var ((payment, _), id) in fresh.Zip(ids))
        {
            payment.PayableId = id;
            funding.Payments.Add(payment);
        }

        return [.. fresh.Select(one => one.Payment.Stage)];
    }

    /// <summary>What the payables of a kind are for (拨付事项): the decision's name.</summary>
    public static string BenefitOf(FundingKind kind) => kind switch
    {
        FundingKind.Project => ProjectPayout.Name,
        FundingKind.Tranches => PreAllocation.Name,
        FundingKind.Advance => TrainingAdvance.Name,
        _ => Apprenticeship.Name,
    };

    private static FundingPayment PaymentOf(Funding funding, StageDue stage) => new()
    {
        Id = Guid.CreateVersion7(),
        FundingId = funding.Id,
        Stage = stage.Stage,
        AmountFen = stage.Amount.Fen,
        GroundOn = stage.GroundOn,
        DueOn = stage.DueOn,
    };

    private async Task<(string Account, string Bank)> AccountAsync(Funding funding, CancellationToken cancellation)
    {
        if (funding.InstitutionId is not { } id)
        {
            return (funding.BankAccount ?? "", funding.BankName ?? "");
        }

        var holder = await database.Institutions.AsNoTracking().SingleAsync(one => one.Id == id, cancellation);
        return (holder.BankAccount ?? "", holder.BankName ?? "");
    }

    private static NewPayable Of(Funding funding, FundingPayment payment, bool isPublic, string account, string bank) => new(
        BenefitOf(funding.Kind), payment.Id, funding.CreditCode, funding.PayeeName, account, bank,
        Fund.SkillsSpecialAccount, FundingFactsReader.CityOf(funding.Division), funding.Division, payment.AmountFen, isPublic);
}
