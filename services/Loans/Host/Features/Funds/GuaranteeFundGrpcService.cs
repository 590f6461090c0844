using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Funds.FoundFund;
using Wenye.Loans.Features.Funds.GetFund;
using Wenye.Loans.Features.Funds.ListFundEntries;
using Wenye.Loans.Features.Funds.ListFunds;
using Wenye.Loans.Features.Funds.RecordCounterGuarantee;
using Wenye.Loans.Features.Funds.RecordFundAgreement;
using Wenye.Loans.Features.Funds.RecordFundMovement;
using Wenye.Loans.Features.Funds.RecordRepaymentRate;
using Wenye.Loans.Features.Funds.VerifyFund;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Funds;

/// <summary>The calls of guarantee funds (担保基金接口); each is a folder beside this file.</summary>
internal sealed class GuaranteeFundGrpcService(
    FoundFundHandler found, RecordFundAgreementHandler agreement, RecordFundMovementHandler movement, RecordRepaymentRateHandler rate,
    RecordCounterGuaranteeHandler counter, GetFundHandler get, ListFundsHandler list, ListFundEntriesHandler entries, VerifyFundHandler verify)
    : GuaranteeFundService.GuaranteeFundServiceBase
{
    public override Task<FoundFundResponse> FoundFund(FoundFundRequest request, ServerCallContext context) =>
        found.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordFundAgreementResponse> RecordFundAgreement(RecordFundAgreementRequest request, ServerCallContext context) =>
        agreement.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordFundMovementResponse> RecordFundMovement(RecordFundMovementRequest request, ServerCallContext context) =>
        movement.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordRepaymentRateResponse> RecordRepaymentRate(RecordRepaymentRateRequest request, ServerCallContext context) =>
        rate.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordCounterGuaranteeResponse> RecordCounterGuarantee(RecordCounterGuaranteeRequest request, ServerCallContext context) =>
        counter.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetFundResponse> GetFund(GetFundRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFundsResponse> ListFunds(ListFundsRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListFundEntriesResponse> ListFundEntries(ListFundEntriesRequest request, ServerCallContext context) =>
        entries.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<VerifyFundResponse> VerifyFund(VerifyFundRequest request, ServerCallContext context) =>
        verify.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
