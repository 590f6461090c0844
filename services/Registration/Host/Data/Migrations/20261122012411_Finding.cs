using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class Finding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "city",
                table: "registration",
                type: "text",
                nullable: true,
                computedColumnSql: "left(division, 4)",
                stored: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "ended",
                table: "registration",
                type: "boolean",
                nullable: false,
                computedColumnSql: "cancelled_on IS NOT NULL",
                stored: true);

            migrationBuilder.AddColumn<string>(
                name: "province",
                table: "registration",
                type: "text",
                nullable: true,
                computedColumnSql: "left(division, 2)",
                stored: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "office",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division_name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    online_channels = table.Column<string>(type: "text", nullable: false),
                    services = table.Column<string[]>(type: "text[]", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office", x => x.id);
                    table.ForeignKey(
                        name: "fk_office_office_parent_id",
                        column: x => x.parent_id,
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_document",
                columns: table => new
                {
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_document", x => new { x.document, x.person_id });
                    table.ForeignKey(
                        name: "fk_person_document_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registration_city",
                table: "registration",
                columns: new[] { "city", "ended", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_county",
                table: "registration",
                columns: new[] { "division", "ended", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_office",
                table: "registration",
                columns: new[] { "office_id", "ended", "registered_on", "id" },
                filter: "office_id IS NOT NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "division" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_person",
                table: "registration",
                columns: new[] { "person_id", "registered_on", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "division", "office_id", "ended" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_province",
                table: "registration",
                columns: new[] { "province", "ended", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_office_parent_id",
                table: "office",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ux_office_division_name",
                table: "office",
                columns: new[] { "division", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_document_person_id",
                table: "person_document",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "office");

            migrationBuilder.DropTable(
                name: "person_document");

            migrationBuilder.DropIndex(
                name: "ix_registration_city",
                table: "registration");

            migrationBuilder.DropIndex(
                name: "ix_registration_county",
                table: "registration");

            migrationBuilder.DropIndex(
                name: "ix_registration_office",
                table: "registration");

            migrationBuilder.DropIndex(
                name: "ix_registration_person",
                table: "registration");

            migrationBuilder.DropIndex(
                name: "ix_registration_province",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "city",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "ended",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "province",
                table: "registration");
        }
    }
}
