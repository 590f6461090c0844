using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Loans.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts loans paid out (创业担保贷款放款汇总), in the month of disbursement.</summary>
public sealed class LoanDisbursedConsumer(StatisticsDbContext database) : FactConsumer<LoanDisbursed>(database, "loan-count", "paid_out_loan", Raised)
{
    private static readonly Figures Raised = Figures.OfLoans(("loans", "count(*) FILTER (WHERE is_first)"), ("drawdowns", "count(*)"), ("amount_fen", "sum(amount_fen)"));

    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<LoanDisbursed> events) =>
    [
        Column("loan_id", NpgsqlDbType.Uuid, events.Select(e => e.LoanId)),
        Column("drawdown", NpgsqlDbType.Integer, events.Select(e => e.Drawdown)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Months(events.Select(e => e.DisbursedOn)),
        Column("kind", NpgsqlDbType.Text, events.Select(e => e.Kind)),
        Column("amount_fen", NpgsqlDbType.Bigint, events.Select(e => e.AmountFen)),
        Column("is_first", NpgsqlDbType.Boolean, events.Select(e => e.IsFirst)),
    ];
}
