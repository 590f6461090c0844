using Npgsql;

namespace Wenye.Testing;

/// <summary>Makes a test's database refuse whatever is written without an entry in the audit log (无留痕不得写入).</summary>
/// <remarks>
/// A trigger on every table, run when a transaction commits: a handler, consumer or worker that changed a row and left no entry fails
/// with an error of the database, in whichever test drives it. Production does not pay for it.
/// </remarks>
public static class AuditProof
{
    private const string Sql = """
        CREATE OR REPLACE FUNCTION audit_proof() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            IF NOT EXISTS (SELECT FROM audit_entry WHERE xact = pg_current_xact_id()) THEN
                RAISE EXCEPTION 'unaudited % of %', TG_OP, TG_TABLE_NAME;
            END IF;
            RETURN NULL;
        END $body$;

        DO $$
        DECLARE one record;
        BEGIN
            FOR one IN
                SELECT c.oid::regclass AS of
                FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND NOT c.relispartition
                    AND c.relname NOT LIKE 'audit\_%' AND c.relname NOT IN ('outbox', 'inbox', '__EFMigrationsHistory')
                    AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'audit_proof')
            LOOP
                EXECUTE format('CREATE CONSTRAINT TRIGGER audit_proof AFTER INSERT OR UPDATE OR DELETE ON %s '
                    'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_proof()', one.of);
            END LOOP;
        END $$
        """;

    /// <summary>Puts the triggers on all tables (启用).</summary>
    public static async Task DemandEntriesAsync(this TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(Sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
