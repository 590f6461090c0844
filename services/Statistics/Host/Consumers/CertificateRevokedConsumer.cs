using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts revoked certificates (撤销培训合格证书汇总), in the month of revocation: what was reported for the month of issue stands.</summary>
public sealed class CertificateRevokedConsumer(StatisticsDbContext database)
    : FactConsumer<CertificateRevoked>(database, "revocation-count", "revoked_certificate", Raised)
{
    private static readonly Figures Raised = Figures.OfTraining(("certificates_revoked", "count(*)"));

    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<CertificateRevoked> events) =>
    [
        Column("enrolment_id", NpgsqlDbType.Uuid, events.Select(e => e.EnrolmentId)),
        Column("batch_id", NpgsqlDbType.Uuid, events.Select(e => e.BatchId)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Months(events.Select(e => e.RevokedOn)),
        Column("category", NpgsqlDbType.Text, events.Select(e => e.Category)),
    ];
}
