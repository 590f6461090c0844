using Wenye.Contracts.Events.Payments.V1;

namespace Wenye.Statistics.Data;

/// <summary>One payment that the bank made (已拨付资金); the figures are summed when they are asked for.</summary>
public sealed class MadePayment
{
    /// <summary>As in <see cref="PaymentMade.PaymentNo"/>; counted once whatever arrives.</summary>
    public required string PaymentNo { get; init; }

    /// <summary>As in <see cref="PaymentMade.Division"/>.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month of the bank's day, YYYY-MM (拨付月份).</summary>
    public required string Month { get; init; }

    /// <summary>As in <see cref="PaymentMade.Benefit"/>.</summary>
    public required string Benefit { get; init; }

    /// <summary>As in <see cref="PaymentMade.Payee"/>.</summary>
    public required string Payee { get; init; }

    /// <summary>As in <see cref="PaymentMade.AmountFen"/>.</summary>
    public required long AmountFen { get; init; }

    /// <summary>As in <see cref="PaymentMade.Fund"/>.</summary>
    public string? Fund { get; init; }
}
