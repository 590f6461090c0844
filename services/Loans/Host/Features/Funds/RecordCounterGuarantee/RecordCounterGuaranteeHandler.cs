using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using DomainKind = Wenye.Loans.Domain.BorrowerKind;
using Loan = Wenye.Loans.Data.Loan;
using Rule = Wenye.Loans.Domain.Guarantee.CounterGuarantee;
using Stored = Wenye.Loans.Data.CounterGuarantee;

namespace Wenye.Loans.Features.Funds.RecordCounterGuarantee;

/// <summary>Records how a loan is secured besides the fund, or why it need not be (登记反担保), by the fund's guarantor: 25号 八.</summary>
internal sealed class RecordCounterGuaranteeHandler(
    LoansDbContext database, LoanQueries loans, FundQueries funds, ParameterSet parameters, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    public async Task<RecordCounterGuaranteeResponse> HandleAsync(RecordCounterGuaranteeRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        if (!await database.Loans.AnyAsync(one => one.Id == id, cancellation))
        {
            throw LoanQueries.NotFound();
        }

        var loan = await loans.HoldAsync(id, cancellation);
        await funds.HoldOwnAsync(loan.FundId, caller, cancellation);
        if (await requests.FindAsync<RecordCounterGuaranteeResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        loan.DemandInForce();
        var decision = request.Kind == CounterGuaranteeKind.Exempt ? Decide(loan, request.Grounds) : null;
        var answer = new RecordCounterGuaranteeResponse { Decision = decision?.ToContract() };
        if (decision is null or { Outcome: Outcome.Granted })
        {
            var stored = await KeepAsync(loan, request.Kind, decision, cancellation);
            loan.StepBy(HandledBy.Of(request.Handling, caller, time), decision is null ? "登记反担保" : "免除反担保");
            answer.CounterGuarantee = BookAnswers.Of(stored);
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private Decision<NoOutputs> Decide(Loan loan, ExemptionGrounds? given)
    {
        var grounds = given ?? new();
        var facts = new CounterGuaranteeFacts
        {
            Borrower = loan.Kind == BorrowerKind.Enterprise ? DomainKind.Enterprise : DomainKind.Personal,
            Amount = Money.FromFen(loan.PrincipalFen),
            RecommendedBy = Fact.From(grounds.RecommendedBy == ProjectRecommender.Unspecified ? (Recommender?)null : (Recommender)grounds.RecommendedBy),
            HonourOrPrize = Fact.From(grounds.HasHonourOrPrize ? grounds.HonourOrPrize : (bool?)null),
            BankAssessedCredit = Fact.From(grounds.HasBankAssessedCredit ? grounds.BankAssessedCredit : (bool?)null),
            SteadySecondStart = Fact.From(grounds.HasSteadySecondStart ? grounds.SteadySecondStart : (bool?)null),
        };

        // The rules of a contract are those of its day: 25号 九, 21号 十一.
        return Rule.Decide(facts, parameters.At(Division.Parse(loan.Division), loan.ContractDate));
    }

    private async Task<Stored> KeepAsync(Loan loan, CounterGuaranteeKind kind, Decision<NoOutputs>? decision, CancellationToken cancellation)
    {
        var stored = await database.Set<Stored>().SingleOrDefaultAsync(one => one.LoanId == loan.Id, cancellation);
        if (stored is null)
        {
            stored = new Stored { LoanId = loan.Id, Kind = kind, RecordedOn = fields.Today };
            database.Add(stored);
        }

        (stored.Kind, stored.RecordedOn) = (kind, fields.Today);
        stored.Decision = decision is null ? null : Encoding.UTF8.GetString(DecisionJson.Write(decision));
        return stored;
    }

    private static Guid Demand(RecordCounterGuaranteeRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.Demand(Enum.IsDefined(request.Kind) && request.Kind != CounterGuaranteeKind.Unspecified, "kind", "请选择反担保方式，或免除反担保")
            .Demand(request.Grounds is null || request.Kind == CounterGuaranteeKind.Exempt, "grounds", "只有免除反担保填写免除情形，请不填")
            .Demand(Enum.IsDefined(request.Grounds?.RecommendedBy ?? default), "grounds.recommended_by", "请从接口定义的推荐方中选择")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }
}
