namespace Wenye.WelfarePosts.Data;

/// <summary>Who uses a post (用人单位): a body, or the committee of a village.</summary>
public sealed class Employer
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>统一社会信用代码.</summary>
    public required string CreditCode { get; init; }

    /// <summary>GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>开户银行; null: not told.</summary>
    public string? BankName { get; set; }

    /// <summary>Encrypted at rest; null: not told.</summary>
    public string? BankAccount { get; set; }
}
