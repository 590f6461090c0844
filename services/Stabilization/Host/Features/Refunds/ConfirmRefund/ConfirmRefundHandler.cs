using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Firm = Wenye.Stabilization.Data.Firm;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds.ConfirmRefund;

/// <summary>The firm confirms and commits (企业确认、承诺资料的真实性、准确性), 26号 四(三): the case goes to joint review or to payment.</summary>
internal sealed class ConfirmRefundHandler(StabilizationDbContext database, RefundCommit commit, RefundPayables payables, TimeProvider time)
{
    private const int CommitmentLength = 50;
    private const int NameLength = 50;
    private const int AccountLength = 40;
    private const int BankLength = 100;

    public async Task<ConfirmRefundResponse> HandleAsync(ConfirmRefundRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        var (refund, firm) = await database.LoadCaseAsync(request.CaseId, caller, cancellation);
        if (await commit.FindAsync<ConfirmRefundResponse>(caller, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        refund.Demand(RefundState.Listed, RefundState.Notified, RefundState.Prepaid);
        if (refund is { State: RefundState.Prepaid, Commitment: not null })
        {
            throw RpcErrors.FailedPrecondition("ALREADY_COMMITTED", "该企业已对预拨资金作出承诺，不需要再次确认");
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        Commit(refund, request, firm);
        await MoveOnAsync(refund, firm, HandledBy.Of(request.Handling, caller, time), cancellation);
        var answer = new ConfirmRefundResponse { RefundCase = refund.ToContract(firm, caller) };
        return await commit.SaveAsync(caller, request.RequestId, request, answer, cancellation);
    }

    private async Task MoveOnAsync(RefundCase refund, Firm firm, HandledBy by, CancellationToken cancellation)
    {
        if (refund.Prepaid)
        {
            // 先预拨、后承诺: the money went out before; settlement follows.
            refund.MoveTo(RefundState.Prepaid, by, "企业已承诺");
            return;
        }

        refund.MoveTo(RefundState.Confirmed, by);
        if (refund.Kind == RefundKind.Difficult)
        {
            refund.MoveTo(RefundState.UnderReview, by);
            return;
        }

        await payables.AddAsync([(refund, firm)], _ => true, by, cancellation);
        refund.MoveTo(RefundState.Payable, by);
    }

    private static void Commit(RefundCase refund, ConfirmRefundRequest request, Firm firm)
    {
        if (request.BankAccount.Length == 0 && firm.BankAccount is null)
        {
            throw RpcErrors.InvalidArgument("bank_account", "系统没有该企业的基本账户，请填写账号和开户银行");
        }

        refund.Commitment = request.Commitment;
        refund.CommitsIndustryPolicy = request.CommitsIndustryPolicy;
        refund.SignedBy = request.SignedBy;
        refund.BankAccount = request.BankAccount.Length > 0 ? request.BankAccount : null;
        refund.BankName = request.BankAccount.Length > 0 ? request.BankName : null;
    }

    private static void Demand(ConfirmRefundRequest request) => new RequestFaults()
        .Demand(request.Commitment.Length is > 0 and <= CommitmentLength, "commitment", $"请填写企业所承诺的承诺书版本，不超过{CommitmentLength}个字符")
        .Demand(request.SignedBy.Length is > 0 and <= NameLength, "signed_by", $"请填写代表企业作出承诺的人员姓名，不超过{NameLength}个字符")
        .Demand(
            request.BankAccount.Length <= AccountLength && request.BankAccount.All(char.IsAsciiLetterOrDigit),
            "bank_account", $"账号应为不超过{AccountLength}位的数字或字母，不含空格")
        .Demand(
            request.BankName.Length <= BankLength && (request.BankAccount.Length == 0) == (request.BankName.Length == 0),
            "bank_name", $"账号与开户银行应同时填写，开户银行不超过{BankLength}个字符")
        .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
        .ThrowIfAny();
}
