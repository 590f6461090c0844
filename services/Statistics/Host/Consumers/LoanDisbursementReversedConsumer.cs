using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Loans.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Takes back what was counted of drawdowns booked in error (放款冲正汇总), in the month in which they were counted.</summary>
public sealed class LoanDisbursementReversedConsumer(StatisticsDbContext database)
    : FactConsumer<LoanDisbursementReversed>(database, "loan-reversal", "reversed_disbursement", Raised)
{
    private static readonly Figures Raised = Figures.OfLoans(("loans", "-count(*) FILTER (WHERE was_only)"), ("drawdowns", "-count(*)"), ("amount_fen", "-sum(amount_fen)"));

    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<LoanDisbursementReversed> events) =>
    [
        Column("loan_id", NpgsqlDbType.Uuid, events.Select(e => e.LoanId)),
        Column("drawdown", NpgsqlDbType.Integer, events.Select(e => e.Drawdown)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Months(events.Select(e => e.DisbursedOn)),
        Column("kind", NpgsqlDbType.Text, events.Select(e => e.Kind)),
        Column("amount_fen", NpgsqlDbType.Bigint, events.Select(e => e.AmountFen)),
        Column("was_only", NpgsqlDbType.Boolean, events.Select(e => e.WasOnly)),
    ];
}
