using Wenye.Contracts.Loans.V1;

namespace Wenye.Loans.Data;

/// <summary>A bank or guarantor that works for start-up guaranteed loans (经办银行、担保机构), 鲁人社字〔2020〕27号 第三条.</summary>
public sealed class Partner
{
    public required Guid Id { get; init; }

    public required PartnerKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public required string CreditCode { get; init; }

    /// <summary>Where it works and all below it, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>The agency of its tokens: its calls are its own loans'.</summary>
    public required string Agency { get; init; }

    /// <summary>Of a bank, where subsidies are paid; encrypted at rest; null: not known.</summary>
    public string? BankAccount { get; init; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; init; }

    /// <summary>Null: at work.</summary>
    public DateOnly? WithdrawnOn { get; set; }
}
