using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Features.Books.ExtendLoan;
using Wenye.Loans.Features.Books.GetLoan;
using Wenye.Loans.Features.Books.ListLoans;
using Wenye.Loans.Features.Books.ListMaturingLoans;
using Wenye.Loans.Features.Books.ListOverdueLoans;
using Wenye.Loans.Features.Books.RecordDisbursement;
using Wenye.Loans.Features.Books.RecordEntry;
using Wenye.Loans.Features.Books.RecordNotices;
using Wenye.Loans.Features.Books.SetSchedule;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Books;

/// <summary>The calls of loan books (贷款台账接口); each is a folder beside this file.</summary>
internal sealed class LoanBookGrpcService(
    RecordDisbursementHandler disburse, SetScheduleHandler schedule, RecordEntryHandler record, ExtendLoanHandler extend, RecordNoticesHandler notices,
    GetLoanHandler get, ListLoansHandler list, ListMaturingLoansHandler maturing, ListOverdueLoansHandler overdue)
    : LoanBookService.LoanBookServiceBase
{
    public override Task<RecordDisbursementResponse> RecordDisbursement(RecordDisbursementRequest request, ServerCallContext context) =>
        disburse.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<SetScheduleResponse> SetSchedule(SetScheduleRequest request, ServerCallContext context) =>
        schedule.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordEntryResponse> RecordEntry(RecordEntryRequest request, ServerCallContext context) =>
        record.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ExtendLoanResponse> ExtendLoan(ExtendLoanRequest request, ServerCallContext context) =>
        extend.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RecordNoticesResponse> RecordNotices(RecordNoticesRequest request, ServerCallContext context) =>
        notices.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetLoanResponse> GetLoan(GetLoanRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListLoansResponse> ListLoans(ListLoansRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListMaturingLoansResponse> ListMaturingLoans(ListMaturingLoansRequest request, ServerCallContext context) =>
        maturing.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<ListOverdueLoansResponse> ListOverdueLoans(ListOverdueLoansRequest request, ServerCallContext context) =>
        overdue.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
