using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Data;

/// <summary>A row as far as it can be judged alone (导入行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Empty for a row without fault of its own.</param>
internal sealed record CheckedRow(FirmDataRow Row, IReadOnlyList<FieldError> Faults)
{
    /// <summary>Where faults of the row as a whole stand, for example "contribution.credit_code".</summary>
    public string CreditCodeField => $"{Kind}.credit_code";

    /// <summary>The kind of data by its field name in the contract; "data" for none.</summary>
    public string Kind => Row.DataCase switch
    {
        FirmDataRow.DataOneofCase.Firm => "firm",
        FirmDataRow.DataOneofCase.Contribution => "contribution",
        FirmDataRow.DataOneofCase.Reduction => "reduction",
        FirmDataRow.DataOneofCase.Finance => "finance",
        FirmDataRow.DataOneofCase.Fund => "fund",
        FirmDataRow.DataOneofCase.BenefitStandard => "benefit_standard",
        FirmDataRow.DataOneofCase.PastRefund => "past_refund",
        FirmDataRow.DataOneofCase.Feed => "feed",
        _ => "data",
    };

    /// <summary>The firm it is about; null for a row of a pool or county.</summary>
    public string? CreditCode => Row.DataCase switch
    {
        FirmDataRow.DataOneofCase.Firm => Row.Firm.CreditCode,
        FirmDataRow.DataOneofCase.Contribution => Row.Contribution.CreditCode,
        FirmDataRow.DataOneofCase.Reduction => Row.Reduction.CreditCode,
        FirmDataRow.DataOneofCase.Finance => Row.Finance.CreditCode,
        FirmDataRow.DataOneofCase.PastRefund => Row.PastRefund.CreditCode,
        _ => null,
    };
}
