using System.Globalization;
using Wenye.Contracts.Loans.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Subsidies.StateBorrowerCheck;

/// <summary>What may be stated of a borrower (贴息审核情况校验).</summary>
internal static class CheckFields
{
    private const int LongestSource = 200;
    private const int MostHires = 100_000;
    private const decimal HighestRate = 0.24m;

    /// <summary>The loan; INVALID_ARGUMENT with every fault.</summary>
    public static Guid Demand(StateBorrowerCheckRequest request)
    {
        var faults = new RequestFaults();
        var loan = faults.Id(request.LoanId, "loan_id", "贷款标识应为贴息明细中的 UUID，请核对");
        faults.Demand(request.Check is not null, "check", "请填写审核情况");
        faults.Demand(request.Source.Length is > 0 and <= LongestSource && !string.IsNullOrWhiteSpace(request.Source), "source", $"请写明依据，不超过 {LongestSource} 个字符");
        if (request.Check is { } check)
        {
            var since = check.EmployedElsewhereSince;
            faults.Demand(since is null || since.IsDay(), "check.employed_elsewhere_since", "请填写有效的日期；没有其他单位就业时不填");
            faults.Demand(!check.HasBusinessFailed || since is not null, "check.business_failed", "只有在其他单位就业的，才填写是否期间创业失败");
            faults.Demand(!check.HasHiresKept || check.HiresKept is >= 0 and <= MostHires, "check.hires_kept", "请填写仍在职的人数，0 或以上");
            faults.Demand(!check.HasRequiredHires || check.RequiredHires is > 0 and <= MostHires, "check.required_hires", "请填写贷款资格要求的招用人数，1 或以上");
            faults.Demand(
                check.AgreedSubsidisedRate.Length == 0 || (Rate(check.AgreedSubsidisedRate) is > 0 and <= HighestRate),
                "check.agreed_subsidised_rate", "原合同约定的贴息年利率应为小数，如 0.0435，不超过 0.24，至多六位小数");
        }

        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return loan;
    }

    /// <summary>Refuses what does not belong to this borrower.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void DemandOf(Loan loan, BorrowerCheck check)
    {
        var isPerson = loan.Kind == BorrowerKind.Personal;
        new RequestFaults()
            .Demand(isPerson || check.EmployedElsewhereSince is null, "check.employed_elsewhere_since", "小微企业借款不审核其他单位就业，请不填")
            .Demand(!isPerson || !(check.HasHiresKept || check.HasRequiredHires), "check.hires_kept", "个人借款不审核吸纳就业，请不填")
            .Demand(
                check.EmployedElsewhereSince is null || check.EmployedElsewhereSince.ToDay() >= loan.ContractDate,
                "check.employed_elsewhere_since", "只审核贷款之后的就业，日期不应早于合同签订日")
            .ThrowIfAny();
    }

    private static decimal? Rate(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && decimal.Round(rate, 6) == rate ? rate : null;
}
