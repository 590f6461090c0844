using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class Employments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "employment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<byte[]>(type: "bytea", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    urban = table.Column<bool>(type: "boolean", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    manner = table.Column<int>(type: "integer", nullable: false),
                    employed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    employer_code = table.Column<string>(type: "text", nullable: true),
                    employer = table.Column<byte[]>(type: "bytea", nullable: false),
                    sector = table.Column<int>(type: "integer", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: true),
                    was_registered_unemployed = table.Column<bool>(type: "boolean", nullable: false),
                    was_in_hardship = table.Column<bool>(type: "boolean", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    handled_in = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment", x => x.id);
                    table.ForeignKey(
                        name: "fk_employment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employment_step",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment_step", x => new { x.employment_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_employment_step_employment_employment_id",
                        column: x => x.employment_id,
                        principalTable: "employment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_employment_employer_code_id",
                table: "employment",
                columns: new[] { "employer_code", "id" },
                filter: "employer_code is not null");

            migrationBuilder.CreateIndex(
                name: "ix_employment_person_id_id",
                table: "employment",
                columns: new[] { "person_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_employment_live_person_employer",
                table: "employment",
                columns: new[] { "person_id", "employer" },
                unique: true,
                filter: "ended_on is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "employment_step");

            migrationBuilder.DropTable(
                name: "employment");
        }
    }
}
