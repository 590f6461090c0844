using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class Hardship : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "recognition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<int>(type: "integer", nullable: false),
                    city_category = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    publicised_from = table.Column<DateOnly>(type: "date", nullable: true),
                    publicised_to = table.Column<DateOnly>(type: "date", nullable: true),
                    objection_open = table.Column<bool>(type: "boolean", nullable: false),
                    valid_months = table.Column<int>(type: "integer", nullable: true),
                    ends_before = table.Column<DateOnly>(type: "date", nullable: true),
                    recognised_on = table.Column<DateOnly>(type: "date", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    city = table.Column<string>(type: "text", nullable: true, computedColumnSql: "left(division, 4)", stored: true, collation: "C"),
                    province = table.Column<string>(type: "text", nullable: true, computedColumnSql: "left(division, 2)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition", x => x.id);
                    table.ForeignKey(
                        name: "fk_recognition_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recognition_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recognition_step",
                columns: table => new
                {
                    recognition_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    table.PrimaryKey("pk_recognition_step", x => new { x.recognition_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_recognition_step_recognition_recognition_id",
                        column: x => x.recognition_id,
                        principalTable: "recognition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_city",
                table: "recognition",
                columns: new[] { "city", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_county",
                table: "recognition",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_province",
                table: "recognition",
                columns: new[] { "province", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_registration_id",
                table: "recognition",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ux_recognition_live_category",
                table: "recognition",
                columns: new[] { "person_id", "category", "city_category" },
                unique: true,
                filter: "state in (1, 2, 3)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recognition_step");

            migrationBuilder.DropTable(
                name: "recognition");
        }
    }
}
