using MassTransit;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using Wenye.Contracts.Events.Payments.V1;
using Wenye.Persistence;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Keeps what was paid (资金拨付汇总).</summary>
public sealed class PaymentMadeConsumer(StatisticsDbContext database) : IConsumer<Batch<PaymentMade>>
{
    private const string Sql = """
        INSERT INTO made_payment (payment_no, division, month, benefit, payee, amount_fen, fund)
        SELECT * FROM unnest(@payment_no, @division, @month, @benefit, @payee, @amount_fen, @fund) ON CONFLICT DO NOTHING
        """;

    /// <summary>Keeps the messages of the batch that are new.</summary>
    public Task Consume(ConsumeContext<Batch<PaymentMade>> context) => context.TakeOnceAsync(database, "payment-count", CountAsync);

    private Task CountAsync(IReadOnlyCollection<PaymentMade> events, CancellationToken cancellation) => database.Database.ExecuteSqlRawAsync(
        Sql,
        [
            Column("payment_no", NpgsqlDbType.Text, events.Select(e => e.PaymentNo)),
            Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
            Months(events.Select(e => e.PaidOn)),
            Column("benefit", NpgsqlDbType.Text, events.Select(e => e.Benefit)),
            Column("payee", NpgsqlDbType.Text, events.Select(e => e.Payee)),
            Column("amount_fen", NpgsqlDbType.Bigint, events.Select(e => e.AmountFen)),
            Column("fund", NpgsqlDbType.Text, events.Select(e => e.Fund)),
        ],
        cancellation);
}
