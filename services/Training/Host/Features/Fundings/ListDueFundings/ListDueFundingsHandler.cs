using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Fundings.Deciding;
using Funding = Wenye.Training.Data.Funding;

namespace Wenye.Training.Features.Fundings.ListDueFundings;

/// <summary>What of a place has its ground and is not paid, by which day at the latest (应拨付清单); decided on the spot, nothing is kept.</summary>
internal sealed class ListDueFundingsHandler(TrainingDbContext database, FundingFactsReader facts, FundingDecisions decisions)
{
    private const int UsualPage = 200;

    public async Task<ListDueFundingsResponse> HandleAsync(ListDueFundingsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var pages = FundingPages.Read(faults, request, request.Division, request.PageSize, UsualPage, caller);
        faults.Demand(request.Until?.IsDay() != false, "until", "请填写有效日期，不限时不填").ThrowIfAny();
        caller.DemandDivision(pages.Division);
        var found = await pages.TakeAsync(Unpaid(), cancellation);
        var page = found.Take(pages.Size).ToList();
        var known = await facts.ReadAsync(page, cancellation);
        var until = request.Until?.ToDay();
        return new ListDueFundingsResponse
        {
            Due =
            {
                page.SelectMany(one => Due(one, known[one.Id])).Where(one => until is null || one.Payment.DueOn is null || one.Payment.DueOn.ToDay() <= until)
                    .OrderBy(one => one.Payment.DueOn?.ToDay() ?? DateOnly.MaxValue),
            },
            NextPageToken = pages.Next(request, found),
        };
    }

    // Open, or settled with a balance that is not paid yet.
    private IQueryable<Funding> Unpaid() => database.Fundings.Where(one => one.State == FundingState.Open
        || one.Payments.Any(payment => database.Set<StoredPayable>().Any(payable =>
            payable.Id == payment.PayableId && payable.PaidFen == 0 && payable.State != PayableState.Dropped)));

    private IEnumerable<DueFunding> Due(Funding funding, FundingFacts known)
    {
        var due = funding.State == FundingState.Open ? decisions.Decide(funding, known).Due : [];
        var before = funding.Payments.Select(one => one.Stage).ToHashSet();
        var added = funding.Payments.Where(one => known.Paid[one.Stage] is { PaidFen: 0, State: not PayableState.Dropped }).Select(one => one.ToContract(known));
        var coming = due.Where(one => one.Amount > Money.Zero && !before.Contains(one.Stage)).Select(one => new Contract.FundingPayment
        {
            Stage = one.Stage,
            AmountFen = one.Amount.Fen,
            GroundOn = one.GroundOn.ToContract(),
            DueOn = one.DueOn?.ToContract(),
        });
        return added.Concat(coming).Select(payment => new DueFunding
        {
            FundingId = funding.Id.ToString(),
            Kind = funding.Kind,
            Division = funding.Division,
            PayeeName = funding.PayeeName,
            Payment = Dated(payment, due),
        });
    }

    // The last day of a rest that was made public is known when that is over, before PayFunding keeps it.
    private static Contract.FundingPayment Dated(Contract.FundingPayment payment, IReadOnlyList<StageDue> due)
    {
        payment.DueOn ??= due.FirstOrDefault(one => one.Stage == payment.Stage)?.DueOn?.ToContract();
        return payment;
    }
}
