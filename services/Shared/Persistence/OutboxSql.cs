namespace Wenye.Persistence;

/// <summary>The relay's statements (发件箱语句).</summary>
internal static class OutboxSql
{
    /// <summary>Begins every statement that tracing leaves out.</summary>
    public const string Mark = "/* untraced */ ";

    public const string Listen = Mark + "listen outbox";

    // Rows that another relay holds are skipped, so replicas share the work without knowing each other.
    public const string Take = Mark +
        """
        select message_id, type, body::text, traceparent, tracestate from outbox
        where not_before is null or not_before <= now()
        order by message_id limit $1 for update skip locked
        """;

    public const string Delete = Mark + "delete from outbox where message_id = any($1)";

    public const string Postpone = Mark +
        """
        update outbox set attempts = attempts + 1, last_error = f.error,
            not_before = now() + least(interval '1 minute', interval '200 milliseconds' * 2 ^ least(attempts, 10))
        from (select unnest($1) as message_id, unnest($2) as error) as f
        where outbox.message_id = f.message_id
        """;

    // Keys follow time, so the first one is the oldest to within the clocks' differences.
    public const string PendingAge = Mark +
        "select extract(epoch from now() - created_at)::float8 from outbox order by message_id limit 1";
}
