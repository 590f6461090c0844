using Npgsql;
using NpgsqlTypes;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Statistics.Data;
using static Wenye.Statistics.Consumers.FactColumns;

namespace Wenye.Statistics.Consumers;

/// <summary>Counts accepted classes and who was trained in them (补贴性培训人次汇总), in the month of acceptance.</summary>
public sealed class ClassAcceptedConsumer(StatisticsDbContext database) : FactConsumer<ClassAccepted>(database, "class-count", "accepted_class", Raised)
{
    private static readonly Figures Raised = Figures.OfTraining(
        ("classes_accepted", "count(*)"),
        ("trained", "sum(trainees)"),
        ("trained_combined", "coalesce(sum(trainees) FILTER (WHERE mode = 'combined'), 0)"),
        ("trained_on_platforms", "coalesce(sum(trainees) FILTER (WHERE mode = 'online_platform'), 0)"),
        ("passed", "sum(passed)"));

    /// <inheritdoc/>
    protected override NpgsqlParameter[] Columns(IReadOnlyCollection<ClassAccepted> events) =>
    [
        Column("class_id", NpgsqlDbType.Uuid, events.Select(e => e.ClassId)),
        Column("division", NpgsqlDbType.Text, events.Select(e => e.Division)),
        Months(events.Select(e => e.AcceptedOn)),
        Column("category", NpgsqlDbType.Text, events.Select(e => e.Category)),
        Column("mode", NpgsqlDbType.Text, events.Select(e => e.Mode)),
        Column("trainees", NpgsqlDbType.Integer, events.Select(e => e.Trainees)),
        Column("passed", NpgsqlDbType.Integer, events.Select(e => e.Passed)),
    ];
}
