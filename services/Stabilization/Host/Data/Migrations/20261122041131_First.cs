using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Wenye.Persistence;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "benefit_standard",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    monthly_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benefit_standard", x => new { x.division, x.from });
                });

            migrationBuilder.CreateTable(
                name: "firm",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    credit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: false),
                    insured_since = table.Column<DateOnly>(type: "date", nullable: true),
                    industry_policy_ok = table.Column<bool>(type: "boolean", nullable: true),
                    zombie_or_dishonest_or_bankrupt = table.Column<bool>(type: "boolean", nullable: true),
                    priority = table.Column<short>(type: "smallint", nullable: false),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "firm_finance",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    revenue_fen = table.Column<long>(type: "bigint", nullable: false),
                    profit_fen = table.Column<long>(type: "bigint", nullable: false),
                    assets_fen = table.Column<long>(type: "bigint", nullable: false),
                    liabilities_fen = table.Column<long>(type: "bigint", nullable: false),
                    employees = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_finance", x => new { x.firm_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "firm_reduction",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_reduction", x => new { x.firm_id, x.month, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "firm_year",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    insured = table.Column<int?[]>(type: "integer[]", nullable: false),
                    due_fen = table.Column<long[]>(type: "bigint[]", nullable: false),
                    paid_fen = table.Column<long[]>(type: "bigint[]", nullable: false),
                    relief = table.Column<short[]>(type: "smallint[]", nullable: false),
                    months = table.Column<short>(type: "smallint", nullable: false),
                    paid_months = table.Column<short>(type: "smallint", nullable: false),
                    total_paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    insured_at_end = table.Column<int>(type: "integer", nullable: true),
                    laid_off = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_year", x => new { x.firm_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "handled_request",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handled_request", x => new { x.caller, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.consumer, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "json", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    tracestate = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.message_id);
                });

            migrationBuilder.CreateOutboxNotification();

            migrationBuilder.CreateTable(
                name: "past_refund",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_refund", x => new { x.firm_id, x.year, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "pool_fund",
                columns: table => new
                {
                    pool = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    balance_fen = table.Column<long>(type: "bigint", nullable: false),
                    months_covered = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_fund", x => new { x.pool, x.month });
                });

            migrationBuilder.CreateIndex(
                name: "ix_firm_credit_code",
                table: "firm",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_firm_division_credit_code",
                table: "firm",
                columns: new[] { "division", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "ix_firm_name_credit_code",
                table: "firm",
                columns: new[] { "name", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "ix_firm_pool_id",
                table: "firm",
                columns: new[] { "pool", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "benefit_standard");

            migrationBuilder.DropTable(
                name: "firm");

            migrationBuilder.DropTable(
                name: "firm_finance");

            migrationBuilder.DropTable(
                name: "firm_reduction");

            migrationBuilder.DropTable(
                name: "firm_year");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "past_refund");

            migrationBuilder.DropTable(
                name: "pool_fund");
        }
    }
}
