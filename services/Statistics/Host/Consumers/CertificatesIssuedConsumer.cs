using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts completion certificates (核发培训合格证书汇总), in the month of issue.</summary>
public sealed class CertificatesIssuedConsumer(StatisticsDbContext database)
    : FactConsumer<CertificatesIssued>(database, "certificate-count", "issued_certificates", Raised)
{
    private static readonly Figures Raised = Figures.OfTraining(("certificates_issued", "sum(count)"));

    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<CertificatesIssued> events) =>
    [
        Column("batch_id", NpgsqlDbType.Uuid, events.Select(e => e.BatchId)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Months(events.Select(e => e.IssuedOn)),
        Column("category", NpgsqlDbType.Text, events.Select(e => e.Category)),
        Column("count", NpgsqlDbType.Integer, events.Select(e => e.Count)),
    ];
}
