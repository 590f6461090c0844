using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "fund",
                table: "made_payment",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "employed_at_year_end",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employed_at_year_end", x => new { x.division, x.year });
                });

            migrationBuilder.CreateTable(
                name: "target",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    lowest = table.Column<decimal>(type: "numeric", nullable: false),
                    middle = table.Column<decimal>(type: "numeric", nullable: true),
                    highest = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target", x => new { x.division, x.year, x.measure });
                });

            migrationBuilder.CreateTable(
                name: "unit_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    first_submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "report_version",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    counted = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_version", x => new { x.report_id, x.number });
                    table.ForeignKey(
                        name: "fk_report_version_unit_report_report_id",
                        column: x => x.report_id,
                        principalTable: "unit_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unit_report_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_report_step", x => new { x.report_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_unit_report_step_unit_report_report_id",
                        column: x => x.report_id,
                        principalTable: "unit_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "report_line",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    dimension = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_line", x => new { x.report_id, x.number, x.measure, x.dimension, x.key });
                    table.ForeignKey(
                        name: "fk_report_line_report_version_report_id_number",
                        columns: x => new { x.report_id, x.number },
                        principalTable: "report_version",
                        principalColumns: new[] { "report_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_unit_report_period_kind_division",
                table: "unit_report",
                columns: new[] { "period", "kind", "division" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "employed_at_year_end");

            migrationBuilder.DropTable(
                name: "report_line");

            migrationBuilder.DropTable(
                name: "target");

            migrationBuilder.DropTable(
                name: "unit_report_step");

            migrationBuilder.DropTable(
                name: "report_version");

            migrationBuilder.DropTable(
                name: "unit_report");

            migrationBuilder.DropColumn(
                name: "fund",
                table: "made_payment");
        }
    }
}
