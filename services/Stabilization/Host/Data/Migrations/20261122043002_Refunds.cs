using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
{
    /// <inheritdoc />
    public partial class Refunds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "refund_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    screening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    top_up = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true),
                    prepaid = table.Column<bool>(type: "boolean", nullable: false),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: false),
                    commitment = table.Column<string>(type: "text", nullable: true),
                    commits_industry_policy = table.Column<bool>(type: "boolean", nullable: false),
                    signed_by = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_refund_case_firm_firm_id",
                        column: x => x.firm_id,
                        principalTable: "firm",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refund_opinion",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department = table.Column<int>(type: "integer", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_opinion", x => new { x.case_id, x.department });
                    table.ForeignKey(
                        name: "fk_refund_opinion_refund_case_case_id",
                        column: x => x.case_id,
                        principalTable: "refund_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refund_step",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_step", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_refund_step_refund_case_case_id",
                        column: x => x.case_id,
                        principalTable: "refund_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_refund_case_division_id",
                table: "refund_case",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_refund_case_firm_id_year",
                table: "refund_case",
                columns: new[] { "firm_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_refund_case_screening_id_firm_id",
                table: "refund_case",
                columns: new[] { "screening_id", "firm_id" });

            migrationBuilder.CreateIndex(
                name: "ux_refund_case_open",
                table: "refund_case",
                columns: new[] { "firm_id", "year", "kind" },
                unique: true,
                filter: "state in (1, 2, 3, 4)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "refund_opinion");

            migrationBuilder.DropTable(
                name: "refund_step");

            migrationBuilder.DropTable(
                name: "refund_case");
        }
    }
}
