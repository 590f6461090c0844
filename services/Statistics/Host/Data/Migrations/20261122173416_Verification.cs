using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class Verification : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "covered",
                table: "record_mark",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "inspection_sample",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false),
                    seed = table.Column<long>(type: "bigint", nullable: false),
                    population = table.Column<long>(type: "bigint", nullable: false),
                    population_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_sample", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "monitored_firm",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<string>(type: "text", nullable: false),
                    focus = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitored_firm", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "monitored_firm_month",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    employees = table.Column<int>(type: "integer", nullable: false),
                    insured = table.Column<int>(type: "integer", nullable: true),
                    vacancies = table.Column<int>(type: "integer", nullable: true),
                    laid_off = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitored_firm_month", x => new { x.code, x.month });
                });

            migrationBuilder.CreateTable(
                name: "monitored_firm_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitored_firm_step", x => new { x.code, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "record_doubt",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    kinds = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_doubt", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "record_doubt_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    kinds = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_doubt_step", x => new { x.employment_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "reported_layoff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    layoffs = table.Column<int>(type: "integer", nullable: false),
                    employees = table.Column<int>(type: "integer", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan = table.Column<byte[]>(type: "bytea", nullable: false),
                    large = table.Column<string>(type: "text", nullable: false),
                    notice = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_layoff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dimension = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    @base = table.Column<decimal>(name: "base", type: "numeric", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    drivers = table.Column<byte[]>(type: "bytea", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warning_round",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_round", x => new { x.division, x.period });
                });

            migrationBuilder.CreateTable(
                name: "inspected_record",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agency = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<string>(type: "text", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspected_record", x => new { x.sample_id, x.employment_id });
                    table.ForeignKey(
                        name: "fk_inspected_record_inspection_sample_sample_id",
                        column: x => x.sample_id,
                        principalTable: "inspection_sample",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inspection_stratum",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    population = table.Column<long>(type: "bigint", nullable: false),
                    drawn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_stratum", x => new { x.sample_id, x.division });
                    table.ForeignKey(
                        name: "fk_inspection_stratum_inspection_sample_sample_id",
                        column: x => x.sample_id,
                        principalTable: "inspection_sample",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "warning_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    warning_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_step", x => new { x.warning_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_warning_step_warning_warning_id",
                        column: x => x.warning_id,
                        principalTable: "warning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_inspected_record_agency_round_employment_id",
                table: "inspected_record",
                columns: new[] { "agency", "round", "employment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inspection_sample_division_id",
                table: "inspection_sample",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_monitored_firm_division_code",
                table: "monitored_firm",
                columns: new[] { "division", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_record_doubt_person_id",
                table: "record_doubt",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_doubt_state_division_employment_id",
                table: "record_doubt",
                columns: new[] { "state", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_reported_layoff_code",
                table: "reported_layoff",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_reported_layoff_division_month",
                table: "reported_layoff",
                columns: new[] { "division", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_warning_division_period_dimension_indicator_subject",
                table: "warning",
                columns: new[] { "division", "period", "dimension", "indicator", "subject" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspected_record");

            migrationBuilder.DropTable(
                name: "inspection_stratum");

            migrationBuilder.DropTable(
                name: "monitored_firm");

            migrationBuilder.DropTable(
                name: "monitored_firm_month");

            migrationBuilder.DropTable(
                name: "monitored_firm_step");

            migrationBuilder.DropTable(
                name: "record_doubt");

            migrationBuilder.DropTable(
                name: "record_doubt_step");

            migrationBuilder.DropTable(
                name: "reported_layoff");

            migrationBuilder.DropTable(
                name: "warning_round");

            migrationBuilder.DropTable(
                name: "warning_step");

            migrationBuilder.DropTable(
                name: "inspection_sample");

            migrationBuilder.DropTable(
                name: "warning");

            migrationBuilder.DropColumn(
                name: "covered",
                table: "record_mark");
        }
    }
}
