namespace Wenye.Payments;

/// <summary>What the database refuses of months (月度结账约束): changes of what was stated and agreed, and bookings into a closed month.</summary>
/// <remarks>
/// Bookings are dated when their call begins, so that one that waited over midnight may come after the month was closed. It is
/// refused as a conflict: done again, it is dated in the new month. Of a booking and a closing at once one waits for the other.
/// </remarks>
public static class FundMonthGuard
{
    /// <summary>Takes the turn of @fund and @pool for this transaction (对账轮次): bookings that are not committed yet are waited for.</summary>
    internal const string Turn = "SELECT pg_advisory_xact_lock(hashtextextended(fund_turn(@fund, @pool), 0))";

    /// <summary>Run by the migration that creates fund_statement and fund_closing, after <see cref="LedgerGuard.Sql"/> (触发器).</summary>
    public const string Sql = """
        CREATE FUNCTION fund_turn(fund integer, pool text) RETURNS text LANGUAGE sql IMMUTABLE AS $body$ SELECT 'fund-month ' || fund || ' ' || pool $body$;

        CREATE FUNCTION ledger_open_month() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            PERFORM pg_advisory_xact_lock_shared(hashtextextended(fund_turn(b.fund, b.pool), 0))
            FROM (SELECT DISTINCT fund, pool FROM added ORDER BY fund, pool) b;
            IF EXISTS (
                SELECT FROM (SELECT fund, pool, min(booked_at) AS booked_at FROM added GROUP BY fund, pool) b
                JOIN fund_closing c ON c.fund = b.fund AND c.pool = b.pool
                    AND c.month >= date_trunc('month', b.booked_at AT TIME ZONE 'Asia/Shanghai')::date) THEN
                RAISE EXCEPTION 'the month of a booking is closed' USING ERRCODE = 'serialization_failure';
            END IF;
            RETURN NULL;
        END $body$;

        CREATE TRIGGER open_month AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ledger_open_month();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_statement FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON fund_closing FOR EACH STATEMENT EXECUTE FUNCTION payments_append_only();
        """;

    /// <summary>Takes them away again (撤销触发器), before the tables go.</summary>
    public const string Undo = """
        DROP TRIGGER append_only ON fund_closing;
        DROP TRIGGER append_only ON fund_statement;
        DROP TRIGGER open_month ON ledger_entry;
        DROP FUNCTION ledger_open_month;
        DROP FUNCTION fund_turn;
        """;
}
