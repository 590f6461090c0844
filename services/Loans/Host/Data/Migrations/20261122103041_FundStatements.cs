using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Wenye.Payments;

#nullable disable

namespace Wenye.Loans.Data.Migrations
{
    /// <inheritdoc />
    public partial class FundStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "value_date",
                table: "ledger_entry",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "fund_statement",
                columns: table => new
                {
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    opening_fen = table.Column<long>(type: "bigint", nullable: false),
                    in_fen = table.Column<long>(type: "bigint", nullable: false),
                    out_fen = table.Column<long>(type: "bigint", nullable: false),
                    returned_fen = table.Column<long>(type: "bigint", nullable: false),
                    closing_fen = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_statement", x => new { x.fund, x.pool, x.month, x.number });
                });

            migrationBuilder.CreateTable(
                name: "fund_closing",
                columns: table => new
                {
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    by_bank_days = table.Column<bool>(type: "boolean", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_closing", x => new { x.fund, x.pool, x.month, x.number });
                    table.ForeignKey(
                        name: "fk_fund_closing_fund_statement_fund_pool_month_number",
                        columns: x => new { x.fund, x.pool, x.month, x.number },
                        principalTable: "fund_statement",
                        principalColumns: new[] { "fund", "pool", "month", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_fund_pool_booked_at",
                table: "ledger_entry",
                columns: new[] { "fund", "pool", "booked_at" });

            migrationBuilder.Sql(FundMonthGuard.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FundMonthGuard.Undo);

            migrationBuilder.DropTable(
                name: "fund_closing");

            migrationBuilder.DropTable(
                name: "fund_statement");

            migrationBuilder.DropIndex(
                name: "ix_ledger_entry_fund_pool_booked_at",
                table: "ledger_entry");

            migrationBuilder.DropColumn(
                name: "value_date",
                table: "ledger_entry");
        }
    }
}
