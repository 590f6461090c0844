namespace Wenye.Persistence;

/// <summary>What the database itself does for the audit log (数据库审计约束): it takes entries and changes none, and enters what is written past the services.</summary>
internal static class AuditGuard
{
    /// <summary>What a service's sessions state of themselves: what they write they enter themselves.</summary>
    public const string Session = "-c wenye.audit=service";

    /// <summary>
    /// Puts the triggers on all tables that have none yet (触发器). By rule and after every migration, so that a table added later needs
    /// nothing; one that has its trigger is not locked.
    /// </summary>
    /// <remarks>
    /// Always enabled: session_replication_role does not turn them off. The witness writes what it knows, and no MAC: who, from where, which
    /// table. Its condition is tested before the function is called, so that a service's statements pay next to nothing.
    /// </remarks>
    public const string Sql = """
        CREATE OR REPLACE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END $body$;

        CREATE OR REPLACE FUNCTION audit_witness() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            INSERT INTO audit_entry (id, body) VALUES (
                (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
                    || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text || clock_timestamp()::text), 1, 15))::uuid,
                json_build_object(
                    'kind', 'outside', 'user', session_user, 'program', current_setting('application_name'),
                    'from', coalesce(host(inet_client_addr()), 'local'), 'table', TG_TABLE_NAME, 'operation', TG_OP));
            RETURN NULL;
        END $body$;

        DO $$
        DECLARE one record;
        BEGIN
            FOR one IN
                SELECT c.oid::regclass AS of, c.relname LIKE 'audit\_%' AS log
                FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
                    AND c.relname NOT IN ('outbox', 'inbox', '__EFMigrationsHistory')
                    AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname IN ('audit_witness', 'audit_append_only'))
            LOOP
                IF one.log THEN
                    EXECUTE format('CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()', one.of);
                    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER audit_append_only', one.of);
                ELSE
                    EXECUTE format('CREATE TRIGGER audit_witness AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT '
                        'WHEN (current_setting(''wenye.audit'', true) IS DISTINCT FROM ''service'') EXECUTE FUNCTION audit_witness()', one.of);
                    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER audit_witness', one.of);
                END IF;
            END LOOP;
        END $$
        """;

    /// <summary>Tables without their trigger, or with one that is switched off (缺失或停用的触发器).</summary>
    public const string Missing = """
        SELECT c.relname
        FROM pg_class c
        WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace AND NOT c.relispartition
            AND c.relname NOT IN ('outbox', 'inbox', '__EFMigrationsHistory')
            AND NOT EXISTS (
                SELECT FROM pg_trigger t
                WHERE t.tgrelid = c.oid AND t.tgenabled = 'A'
                    AND t.tgname = CASE WHEN c.relname LIKE 'audit\_%' THEN 'audit_append_only' ELSE 'audit_witness' END)
        ORDER BY 1
        """;
}
