namespace Wenye.Loans.Data;

/// <summary>A guarantee fund (创业担保贷款担保基金) that a guarantor runs for a place, 鲁人社字〔2020〕27号 第三条.</summary>
/// <remarks>Balance and exposure change only under its row lock, so that no two disbursements together exceed what it may guarantee.</remarks>
public sealed class GuaranteeFund
{
    public required Guid Id { get; init; }

    /// <summary>The guarantor that runs it.</summary>
    public required Guid GuarantorId { get; init; }

    /// <summary>The city or county that founded it, GB/T 2260.</summary>
    public required string Division { get; init; }

    public required string Name { get; init; }

    /// <summary>担保基金存款余额, fen, never negative.</summary>
    public long BalanceFen { get; set; }

    /// <summary>在保余额: what is outstanding of the loans it guarantees, fen, never negative.</summary>
    public long ExposureFen { get; set; }
}
