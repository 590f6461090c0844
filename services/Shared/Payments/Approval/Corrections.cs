using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Payments.Data;
using Wenye.Payments.Ledger;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Approval;

/// <summary>Changes of single payables before they are paid (更正账户、不予拨付).</summary>
public sealed class Corrections(ServiceDbContext database, OnceCalls calls, OneMove move, PersonalDataProtector protector, TimeProvider time)
{
    private const int LongestText = 100;

    /// <summary>Corrects the account of a returned payment, or gives one where none was known (更正账户).</summary>
    public Task<CorrectAccountResponse> CorrectAccountAsync(CorrectAccountRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults()
            .Demand(
                request.BankAccount.Length is >= 6 and <= 40 && request.BankAccount.All(c => char.IsAsciiDigit(c) || c == '-'),
                "bank_account", "银行账号应为 6 至 40 位数字，可含连字符")
            .Demand(PaymentText.Fits(request.BankName, LongestText), "bank_name", $"开户银行应为 1 至 {LongestText} 个字符")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var id = faults.Id(request.PayableId, "payable_id", PaymentErrors.PayableId);
        faults.ThrowIfAny();
        return calls.RunAsync(caller, request.RequestId, request, () => CorrectAccountAsync(id, request, caller, cancellation), cancellation);
    }

    /// <summary>Gives a payable up (不予拨付); what was reserved is free again.</summary>
    public Task<DropPayableResponse> DropAsync(DropPayableRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(PaymentText.Fits(request.Reason, LongestText), "reason", $"请说明原因，1 至 {LongestText} 个字符").Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        var id = faults.Id(request.PayableId, "payable_id", PaymentErrors.PayableId);
        faults.ThrowIfAny();
        return calls.RunAsync(caller, request.RequestId, request, () => DropAsync(id, request, caller, cancellation), cancellation);
    }

    private async Task<CorrectAccountResponse> CorrectAccountAsync(Guid id, CorrectAccountRequest request, Caller caller, CancellationToken cancellation)
    {
        var payable = await database.LockPayableAsync(id, caller, cancellation);
        var unknown = payable is { BankAccount: null, State: PayableState.Decided or PayableState.Publicised or PayableState.Objected or PayableState.Approved };
        if (payable.State != PayableState.Returned && !unknown)
        {
            throw PaymentErrors.State("只有被银行退回的款项，或尚无账户的款项，可以更正账户");
        }

        await database.Command(
            "UPDATE payable SET bank_account = @account, bank_name = @bank WHERE id = @id",
            PaymentCommands.Named("id", id),
            PaymentCommands.Named("account", protector.Protect(request.BankAccount)),
            PaymentCommands.Named("bank", request.BankName)).ExecuteAsync(cancellation);
        var state = payable.State == PayableState.Returned ? PayableState.Approved : payable.State;
        await move.ToAsync(payable, state, HandledBy.Of(request.Handling, caller, time), "更正账户", cancellation);
        return new CorrectAccountResponse { Payable = (await database.PayableAsync(id, cancellation)).ToContract() };
    }

    private async Task<DropPayableResponse> DropAsync(Guid id, DropPayableRequest request, Caller caller, CancellationToken cancellation)
    {
        var payable = await database.LockPayableAsync(id, caller, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        await (payable.State switch
        {
            PayableState.Decided or PayableState.Publicised => move.ToAsync(payable, PayableState.Dropped, by, request.Reason, cancellation),
            PayableState.Approved or PayableState.Returned => move.ReleaseAsync(payable, by, request.Reason, cancellation),
            PayableState.Objected => throw PaymentErrors.State("公示异议尚未核查，应先填写核查结论"),
            _ => throw PaymentErrors.State("款项已组批、已拨付或已撤销，不能作不予拨付处理"),
        });
        return new DropPayableResponse { Payable = (await database.PayableAsync(id, cancellation)).ToContract() };
    }
}
