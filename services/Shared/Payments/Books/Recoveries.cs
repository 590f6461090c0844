using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Books;

/// <summary>Money that came back from payees (追回).</summary>
public sealed class Recoveries(ServiceDbContext database, OnceCalls calls, Segregation segregation, OneMove move, TimeProvider time)
{
    private const int LongestReference = 64;

    /// <summary>Books a recovery, at most what was paid and not yet recovered (追回).</summary>
    public Task<RecordRecoveryResponse> RecordAsync(RecordRecoveryRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(request.AmountFen > 0, "amount_fen", "追回金额以分为单位，应大于零")
            .Demand(PaymentText.Fits(request.BankReference, LongestReference), "bank_reference", $"银行流水号应为 1 至 {LongestReference} 个字符")
            .Demand(request.ValueDate?.IsDay() == true && request.ValueDate.ToDay() <= ChinaTime.Today(time), "value_date", "应填写银行记账日期，不晚于今天")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var id = faults.Id(request.PayableId, "payable_id", PaymentErrors.PayableId);
        faults.ThrowIfAny();
        segregation.DemandPayerOnly(caller);
        return calls.RunAsync(caller, request.RequestId, request, () => RecordAsync(id, request, caller, cancellation), cancellation);
    }

    private async Task<RecordRecoveryResponse> RecordAsync(Guid id, RecordRecoveryRequest request, Caller caller, CancellationToken cancellation)
    {
        var payable = await database.LockPayableAsync(id, caller, cancellation);
        if (payable.PaidFen - payable.RecoveredFen < request.AmountFen)
        {
            throw PaymentErrors.State("追回金额超过已拨付且尚未追回的金额");
        }

        await move.RecoverAsync(
            payable, request.AmountFen, request.BankReference, request.ValueDate.ToDay(), HandledBy.Of(request.Handling, caller, time), cancellation);
        return new RecordRecoveryResponse { Payable = (await database.PayableAsync(id, cancellation)).ToContract() };
    }
}
