using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Domain.Terms;
using Wenye.Loans.Features.Rates;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using DomainTenor = Wenye.Loans.Domain.Terms.LprTenor;
using LoanApplication = Wenye.Loans.Data.LoanApplication;
using LprTenor = Wenye.Contracts.Loans.V1.LprTenor;

namespace Wenye.Loans.Features.Applications.SignContract;

/// <summary>What is wrong with a contract before policy is asked (合同校验).</summary>
internal static class ContractChecks
{
    private const int LongestNumber = 60;

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(SignContractRequest request, DateOnly today) => new RequestFaults()
        .Demand(
            request.ContractNumber.Length is > 0 and <= LongestNumber && !request.ContractNumber.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)),
            "contract_number", $"借款合同编号应为 1 至 {LongestNumber} 个字符，不含空格")
        .Demand(request.SignedOn is not null && request.SignedOn.IsDay() && request.SignedOn.ToDay() <= today, "signed_on", "请填写合同签订日，不晚于今天")
        .Demand(request.PrincipalFen > 0, "principal_fen", "请填写合同金额，以分为单位")
        .Demand(ReferenceRates.TryRead(request.AnnualRate, out _), "annual_rate", "执行年利率应为大于 0、小于 1 的小数，至多六位小数，如 0.0435")
        .Demand(request.Tenor is LprTenor.OneYear or LprTenor.FiveYears, "tenor", "请选择合同参照的 LPR 期限")
        .Demand(ReferenceRates.TryRead(request.Lpr, out _), "lpr", "请按合同填写签订日的 LPR，如 0.0385")
        .Demand(request.TermMonths > 0, "term_months", "请填写合同期限，以月为单位")
        .Demand(Enum.IsDefined(request.Sharing), "sharing", "请从接口定义的贴息分担类别中选择，一般不填")
        .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();

    /// <summary>Against what was applied for and checked (与申请核对).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public static void Demand(SignContractRequest request, LoanApplication application) => new RequestFaults()
        .Demand(request.SignedOn.ToDay() >= application.CheckedOn, "signed_on", "合同签订日不应早于银行审核日")
        .Demand(request.PrincipalFen <= application.RequestedFen, "principal_fen", "合同金额不应超过申请金额")
        .Demand(request.TermMonths <= application.TermMonths, "term_months", "合同期限不应超过申请期限")
        .ThrowIfAny();

    /// <summary>The terms, with the rate of the table on the signing day (合同条件).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION RATE_UNKNOWN, or LPR_DIFFERS from what the contract has.</exception>
    public static ContractTerms Terms(SignContractRequest request, LprTable table)
    {
        var lpr = table.On(request.SignedOn.ToDay(), (DomainTenor)request.Tenor);
        if (!lpr.IsProven)
        {
            throw RpcErrors.FailedPrecondition("RATE_UNKNOWN", "签订日有效的贷款市场报价利率尚未导入，请联系省级机构导入后再办理");
        }

        if (!ReferenceRates.TryRead(request.Lpr, out var stated) || stated != lpr.Value)
        {
            throw RpcErrors.FailedPrecondition(
                "LPR_DIFFERS", "合同所载 LPR 与签订日有效的公布值不一致", new FieldError("lpr", "请按签订日及以前最近一次公布的 LPR 核对合同"));
        }

        _ = ReferenceRates.TryRead(request.AnnualRate, out var rate);
        return new ContractTerms(Money.FromFen(request.PrincipalFen), request.TermMonths, rate, (DomainTenor)request.Tenor, lpr);
    }
}
