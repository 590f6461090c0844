using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenye.WelfarePosts.Data.Migrations
{
    /// <inheritdoc />
    public partial class InPost : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "employer_id",
                table: "post_import",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "month",
                table: "post_import",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "chosen_by_order",
                table: "placement",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "converted_on",
                table: "placement",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "employment_ended",
                table: "placement",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "employment_refusals",
                table: "placement",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "filed_on",
                table: "placement",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "filing_document",
                table: "placement",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "first_employment",
                table: "placement",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "noticed_on",
                table: "placement",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "planned_on",
                table: "placement",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "publicised",
                table: "placement",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reported_for",
                table: "placement",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "reported_ground",
                table: "placement",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reported_on",
                table: "placement",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "appraisal",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal", x => new { x.placement_id, x.period, x.sequence });
                    table.ForeignKey(
                        name: "fk_appraisal_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement_reading",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_reading", x => x.id);
                    table.ForeignKey(
                        name: "fk_placement_reading_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_placement_employment_open",
                table: "placement",
                columns: new[] { "division", "id" },
                filter: "ended_on IS NOT NULL AND employment_id IS NOT NULL AND NOT employment_ended");

            migrationBuilder.CreateIndex(
                name: "ix_placement_reading_placement_id_id",
                table: "placement_reading",
                columns: new[] { "placement_id", "id" });
            migrationBuilder.Sql(InPostTables.Guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER append_only ON attendance_month;");
            migrationBuilder.DropTable(
                name: "appraisal");

            migrationBuilder.DropTable(
                name: "placement_reading");

            migrationBuilder.DropIndex(
                name: "ix_placement_employment_open",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "employer_id",
                table: "post_import");

            migrationBuilder.DropColumn(
                name: "month",
                table: "post_import");

            migrationBuilder.DropColumn(
                name: "chosen_by_order",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "converted_on",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "employment_ended",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "employment_refusals",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "filed_on",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "filing_document",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "first_employment",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "noticed_on",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "planned_on",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "publicised",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "reported_for",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "reported_ground",
                table: "placement");

            migrationBuilder.DropColumn(
                name: "reported_on",
                table: "placement");
        }
    }
}
