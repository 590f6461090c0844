using MassTransit;
using Npgsql;
using Wenye.Contracts.Events.Audit.V1;

namespace Wenye.Persistence;

/// <summary>Keeps the heads of the other services in this service's chain (链首锚定). The same head twice does no harm.</summary>
internal sealed class AuditHeadConsumer(AuditTrail trail, NpgsqlDataSource database) : IConsumer<AuditHeadTold>
{
    public async Task Consume(ConsumeContext<AuditHeadTold> context)
    {
        var told = context.Message;
        if (string.Equals(told.Service, trail.Service, StringComparison.Ordinal))
        {
            return;
        }

        var entry = trail.Saying(AuditBody.Anchor(trail.Service, told.Service, told.Number, told.Seq, Convert.FromHexString(told.Head)));
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(AuditTrail.Filled(new NpgsqlBatchCommand(AuditTrail.Insert), entry));
        await batch.ExecuteNonQueryAsync(context.CancellationToken);
    }
}
