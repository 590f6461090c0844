using System.Globalization;
using Wenye.Loans.Domain.Books;
using Wenye.ServiceDefaults;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.Books;

/// <summary>What no book may say, as callers read it (台账差错提示).</summary>
internal static class BookFaults
{
    /// <summary>The fault with the field it is about and its day (提示).</summary>
    public static FieldError Of(BookFault fault, LoanEntry entry)
    {
        var day = fault.On == entry.On ? "当日" : string.Create(CultureInfo.InvariantCulture, $"{fault.On:yyyy-MM-dd}");
        return fault.Kind switch
        {
            BookFaultKind.BeforeDrawdown => new("on", "该日以前没有放款，请先登记放款，或核对业务日期"),
            BookFaultKind.AboveContract => new("principal_fen", $"{day}累计放款将超过合同金额，请核对金额"),
            BookFaultKind.BelowZero => new("principal_fen", $"{day}贷款余额将为负，请核对金额和业务日期"),
            BookFaultKind.ClaimBelowZero => new("principal_fen", $"{day}追回金额将超过代偿金额，请核对"),
            _ => new("kind", "贷款已代偿，收回的款项请由担保机构按追偿登记"),
        };
    }
}
