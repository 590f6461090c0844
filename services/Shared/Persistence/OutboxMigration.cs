using Microsoft.EntityFrameworkCore.Migrations;

namespace Wenye.Persistence;

/// <summary>What a service's first migration adds to the outbox (发件箱迁移) beyond the mapped table.</summary>
public static class OutboxMigration
{
    /// <summary>Creates the trigger that wakes the relays at each commit (发件箱通知触发器). Call after the table "outbox" is created.</summary>
    public static void CreateOutboxNotification(this MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create function outbox_notify() returns trigger language plpgsql as $$
        begin
            perform pg_notify('outbox', '');
            return null;
        end $$;
        create trigger outbox_inserted after insert on outbox for each statement execute function outbox_notify();
        """);

    /// <summary>Undoes <see cref="CreateOutboxNotification"/>. Call before the table is dropped.</summary>
    public static void DropOutboxNotification(this MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger outbox_inserted on outbox;
        drop function outbox_notify();
        """);
}
