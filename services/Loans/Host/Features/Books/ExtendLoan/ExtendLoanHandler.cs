using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using DomainKind = Wenye.Loans.Domain.BorrowerKind;
using ExtensionReason = Wenye.Contracts.Loans.V1.ExtensionReason;
using Loan = Wenye.Loans.Data.Loan;
using Reason = Wenye.Loans.Domain.Subsidies.ExtensionReason;

namespace Wenye.Loans.Features.Books.ExtendLoan;

/// <summary>Extends a loan (展期): bank and borrower agree on it; what is decided is whether its interest goes on being subsidised.</summary>
internal sealed class ExtendLoanHandler(
    LoansDbContext database, LoanQueries loans, BookAnswers answers, ParameterSet parameters, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<ExtendLoanResponse> HandleAsync(ExtendLoanRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var loan = await loans.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<ExtendLoanResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (request.Until.ToDay() <= loan.DemandInForce().DueOn)
        {
            throw RpcErrors.InvalidArgument("until", "展期到期日应晚于现在的到期日，请核对");
        }

        var decision = Decide(loan, request);
        Book(loan, request, caller);

        // Whoever was reminded was reminded of another day.
        loan.RemindedOn = null;
        loan.StepBy(HandledBy.Of(request.Handling, caller, time), decision.Outcome == Outcome.Granted ? "展期，期间继续贴息" : "展期，期间不予贴息");
        var answer = new ExtendLoanResponse { Loan = answers.Of(loan), Decision = decision.ToContract() };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Decision<NoOutputs> Decide(Loan loan, ExtendLoanRequest request) => LoanExtension.Decide(
        new LoanExtensionFacts
        {
            Borrower = loan.Kind == BorrowerKind.Enterprise ? DomainKind.Enterprise : DomainKind.Personal,
            ExtensionReason = request.Reason switch
            {
                ExtensionReason.Liquidity => Reason.Liquidity,
                ExtensionReason.CovidPatient => Reason.CovidPatient,
                _ => Reason.None,
            },
            MaturesOn = loan.MaturesOn,
            ExtendedUntil = request.Until.ToDay(),
        },
        parameters.At(Division.Parse(loan.Division), fields.Today));

    private void Book(Loan loan, ExtendLoanRequest request, Caller caller)
    {
        if (loan.Entries.Any(one => one.Reference == request.Reference))
        {
            throw RpcErrors.FailedPrecondition("REFERENCE_USED", "该业务编号已登记", new FieldError("reference", "请核对业务编号，同一贷款内不能重复"));
        }

        var entry = new Data.LoanEntry
        {
            LoanId = loan.Id,
            Sequence = loan.Entries.Count + 1,
            Kind = LoanEntryKind.Extension,
            On = request.On.ToDay(),
            PrincipalFen = 0,
            InterestFen = 0,
            ExtendedUntil = request.Until.ToDay(),
            ExtensionReason = request.Reason,
            Reference = request.Reference,
            RecordedAt = time.GetUtcNow(),
            Agency = caller.Agency,
        };
        if (EntryBooking.Book(loan, entry).Fault is { } fault)
        {
            throw RpcErrors.FailedPrecondition("BOOK_CONFLICT", "展期与台账不符", fault);
        }
    }

    private Guid Demand(ExtendLoanRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.PastDay(request.On, fields.Today)
            .Demand(request.Until is not null && request.Until.IsDay(), "until", "请填写有效的展期到期日")
            .Demand(Enum.IsDefined(request.Reason) && request.Reason != ExtensionReason.Unspecified, "reason", "请选择展期原因")
            .Reference(request.Reference).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        return id;
    }
}
