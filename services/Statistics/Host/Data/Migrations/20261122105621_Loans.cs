using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class Loans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "loan_count",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    loans = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    drawdowns = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_count", x => new { x.division, x.month, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "paid_out_loan",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drawdown = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    is_first = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paid_out_loan", x => new { x.loan_id, x.drawdown });
                });

            migrationBuilder.CreateTable(
                name: "reversed_disbursement",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drawdown = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    was_only = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reversed_disbursement", x => new { x.loan_id, x.drawdown });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "loan_count");

            migrationBuilder.DropTable(
                name: "paid_out_loan");

            migrationBuilder.DropTable(
                name: "reversed_disbursement");
        }
    }
}
