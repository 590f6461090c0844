using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class NewEmployment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "division_attrition",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    retired = table.Column<long>(type: "bigint", nullable: false),
                    work_deaths = table.Column<long>(type: "bigint", nullable: false),
                    of_period = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_division_attrition", x => new { x.division, x.period });
                });

            migrationBuilder.CreateTable(
                name: "employment_fact_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_row = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment_fact_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employment_verdict",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment_verdict", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "new_employment_count",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ground = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    records = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_new_employment_count", x => new { x.division, x.period, x.outcome, x.ground });
                });

            migrationBuilder.CreateTable(
                name: "person_spell",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    begins = table.Column<DateOnly>(type: "date", nullable: false),
                    employer_code = table.Column<string>(type: "text", nullable: false),
                    ends = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_spell", x => new { x.person_id, x.kind, x.begins, x.employer_code });
                });

            migrationBuilder.CreateTable(
                name: "person_to_judge",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_to_judge", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "record_mark",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    doubtful = table.Column<bool>(type: "boolean", nullable: true),
                    handling_error = table.Column<bool>(type: "boolean", nullable: true),
                    rural_post_or_workshop = table.Column<bool>(type: "boolean", nullable: true),
                    transfer_or_renewal = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_mark", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "employment_fact_import_fault",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment_fact_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_employment_fact_import_fault_employment_fact_import_import",
                        column: x => x.import,
                        principalTable: "employment_fact_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_person_id",
                table: "registered_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_person_id",
                table: "registered_employment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_employment_fact_import_agency_import_id",
                table: "employment_fact_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_period_division_employment_id",
                table: "employment_verdict",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_person_id",
                table: "employment_verdict",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "division_attrition");

            migrationBuilder.DropTable(
                name: "employment_fact_import_fault");

            migrationBuilder.DropTable(
                name: "employment_verdict");

            migrationBuilder.DropTable(
                name: "new_employment_count");

            migrationBuilder.DropTable(
                name: "person_spell");

            migrationBuilder.DropTable(
                name: "person_to_judge");

            migrationBuilder.DropTable(
                name: "record_mark");

            migrationBuilder.DropTable(
                name: "employment_fact_import");

            migrationBuilder.DropIndex(
                name: "ix_registered_person_person_id",
                table: "registered_person");

            migrationBuilder.DropIndex(
                name: "ix_registered_employment_person_id",
                table: "registered_employment");
        }
    }
}
