using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Books.SetSchedule;

/// <summary>Sets when a loan is repaid (设定还款计划).</summary>
internal sealed class SetScheduleHandler(
    LoansDbContext database, LoanQueries loans, Schedules schedules, BookAnswers answers, HandledRequests requests, TimeProvider time)
{
    public async Task<SetScheduleResponse> HandleAsync(SetScheduleRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.LoanId(request.LoanId);
        faults.Schedule(request.Schedule, required: true).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var loan = await loans.HoldOwnAsync(id, caller, cancellation);
        if (await requests.FindAsync<SetScheduleResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        Schedules.Demand(loan.DemandInForce(), request.Schedule);
        await schedules.SetAsync(loan, request.Schedule, cancellation);
        loan.StepBy(HandledBy.Of(request.Handling, caller, time), "设定还款计划");
        var answer = answers.Of(loan);
        answer.Schedule.Add(request.Schedule);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, new SetScheduleResponse { Loan = answer }, cancellation);
    }
}
