namespace Wenye.Registration.Exchange;

/// <summary>The exchange's statements (交换语句).</summary>
internal static class ExchangeSql
{
    // Tracing leaves out what begins so: these ask every second for ever.
    private const string Untraced = "/* untraced */ ";

    // Rows that another replica takes at this moment are passed over, so replicas share the work without knowing each other.
    // One that is due while "sending" has lost its sender. Whatever was begun before may have arrived: it is in doubt.
    public const string Claim = Untraced +
        """
        with due as (
            select id from exchange_record
            where state in (1, 2) and due_at <= $1 and exists (select from unnest($2) as area where starts_with(division, area))
            order by due_at limit $3 for update skip locked)
        update exchange_record as record set state = 2, attempts = attempts + 1, due_at = $4
        from due where record.id = due.id
        returning record.id, record.kind, record.division, record.serial, record.attempts, record.corrections
        """;

    // The attempt tells the sender from one who took the record over when the sender was believed dead.
    public const string Done =
        """
        update exchange_record as record set state = 3, faults = null, corrections = null
        from unnest($1, $2) as sent (id, attempt) where record.id = sent.id and record.state = 2 and record.attempts = sent.attempt
        """;

    public const string Hold =
        """
        update exchange_record set state = 4, faults = $3, held_at = $4 where id = $1 and state = 2 and attempts = $2
        """;

    public const string Postpone =
        """
        update exchange_record set state = 1, due_at = $3 where id = $1 and state = 2 and attempts = $2
        """;

    public const string Hurry =
        """
        update exchange_record set due_at = $1 where kind = $2 and state = 1 and due_at > $1
            and exists (select from unnest($3) as area where starts_with(division, area))
        """;

    public const string AnyUnderWay = Untraced + "select exists (select from exchange_record where state in (1, 2) and state = 2 and kind = $1)";

    public const string Succeeded =
        """
        insert into exchange_progress as known (kind, next_at, last_success_at, failures) values ($1, $3, $2, 0)
        on conflict (kind) do update set next_at = $3, last_success_at = $2, failures = 0, last_failure = null
        """;

    public const string Failed =
        """
        insert into exchange_progress as known (kind, next_at, failures, last_failure) values ($1, $2, 1, $3)
        on conflict (kind) do update set next_at = $2, failures = known.failures + 1, last_failure = $3
        """;

    public const string Progress = Untraced + "select next_at, failures from exchange_progress where kind = $1";

    // Held by the session: it ends with the process, however that ends.
    public const string TryLockDownload = "select pg_try_advisory_lock(hashtext('ministry-download'))";

    public const string LockDownload = "select true from pg_advisory_lock(hashtext('ministry-download'))";

    public const string UnlockDownload = "select pg_advisory_unlock(hashtext('ministry-download'))";

    public const string NoteDownload =
        """
        insert into exchange_record (id, kind, subject_id, division, number, state, due_at, held_at, faults, content)
        values ($1, 1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (number) do nothing
        """;

    public const string KnownDownload = "select exists (select from exchange_record where number = $1)";
}
