using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Firm = Wenye.Stabilization.Data.Firm;
using HandledBy = Wenye.ServiceDefaults.HandledBy;

namespace Wenye.Stabilization.Features.WorkTraining.SubmitClaim;

/// <summary>A firm claims one or several months (申领): each is decided at once, with all that the firm claims besides.</summary>
internal sealed class SubmitClaimHandler(
    StabilizationDbContext database, ClaimInput input, ClaimDecisions decisions, HandledRequests requests, TimeProvider time)
{
    private const int AccountLength = 40;
    private const int BankLength = 100;

    public async Task<SubmitClaimResponse> HandleAsync(SubmitClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request);
        var firm = await database.LoadFirmAsync(request.CreditCode, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.TakeTurnAsync(firm.Id, cancellation);
        if (await requests.FindAsync<SubmitClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var claim = Open(request, firm);
        foreach (var month in request.Months)
        {
            claim.Months.Add(input.Stored(month, claim.Id));
        }

        await decisions.DecideAsync(claim, firm, cancellation);
        claim.MoveTo(claim.State, HandledBy.Of(request.Handling, caller, time));
        database.Add(claim);
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new SubmitClaimResponse { Claim = claim.ToContract(firm) }, cancellation);
    }

    private TrainingClaim Open(SubmitClaimRequest request, Firm firm)
    {
        var account = request.BankAccount.Length > 0 ? request.BankAccount : firm.BankAccount;
        return new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            FirmId = firm.Id,
            Division = firm.Division,
            Pool = firm.Pool,
            Kind = request.Kind,
            Industry = request.Industry,
            ScopeAdded = request.HasScopeAddedAfter20200509 ? request.ScopeAddedAfter20200509 : null,
            BankAccount = account is { Length: > 0 } ? account : throw RpcErrors.InvalidArgument("bank_account", "系统没有该企业的基本账户，请填写账号和开户银行"),
            BankName = request.BankAccount.Length > 0 ? request.BankName : firm.BankName ?? "",
            AppliedOn = ChinaTime.Today(time),
            State = ClaimState.Submitted,
        };
    }

    private static void Demand(SubmitClaimRequest request) => new RequestFaults()
        .Demand(UnifiedSocialCreditCode.TryParse(request.CreditCode, out _), "credit_code", "统一社会信用代码应为 18 位且校验码正确，字母大写，请按营业执照核对")
        .Demand(request.Kind != WorkTrainingKind.Unspecified && Enum.IsDefined(request.Kind), "kind", "请选择吸纳就业或困难企业以工代训")
        .Demand(Enum.IsDefined(request.Industry), "industry", "请从接口定义的行业中选择，未查明时不填")
        .Demand(
            request.BankAccount.Length <= AccountLength && request.BankAccount.All(char.IsAsciiLetterOrDigit),
            "bank_account", $"账号应为不超过{AccountLength}位的数字或字母，不含空格")
        .Demand(
            request.BankName.Length <= BankLength && (request.BankAccount.Length == 0) == (request.BankName.Length == 0),
            "bank_name", $"账号与开户银行应同时填写，开户银行不超过{BankLength}个字符")
        .Add(ClaimInput.Faults(request.Months, atLeastOne: true))
        .Add(HandledBy.Faults(request.Handling, operatorRequired: false))
        .ThrowIfAny();
}
