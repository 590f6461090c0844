namespace Wenye.Payments;

/// <summary>What the database itself refuses (数据库约束): changes of what is append-only, and entries that do not add up to nothing.</summary>
public static class LedgerGuard
{
    /// <summary>Run by the migration that creates the tables of <see cref="PaymentMapping.AddPayments"/> (触发器).</summary>
    public const string Sql = """
        CREATE FUNCTION payments_append_only() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END $body$;

        CREATE FUNCTION ledger_adds_up() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            IF EXISTS (SELECT FROM added GROUP BY entry HAVING sum(amount_fen) <> 0) THEN
                RAISE EXCEPTION 'the postings of a ledger entry do not add up to nothing' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $body$;

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payable_step FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_file_read FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER adds_up AFTER INSERT ON ledger_posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_adds_up();
        """;

    /// <summary>Takes them away again (撤销触发器), before the tables go.</summary>
    public const string Undo = """
        DROP TRIGGER adds_up ON ledger_posting;
        DROP TRIGGER append_only ON ledger_posting;
        DROP TRIGGER append_only ON ledger_entry;
        DROP TRIGGER append_only ON payable_step;
        DROP TRIGGER append_only ON payment_file_read;
        DROP FUNCTION payments_append_only;
        DROP FUNCTION ledger_adds_up;
        """;
}
