using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class NamedApprentices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "apprentice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    finished = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_apprentice", x => x.id);
                    table.ForeignKey(
                        name: "fk_apprentice_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_apprentice_trainee_trainee_id",
                        column: x => x.trainee_id,
                        principalTable: "trainee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_apprentice_funding_id_line_number",
                table: "apprentice",
                columns: new[] { "funding_id", "line", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apprentice_funding_id_trainee_id",
                table: "apprentice",
                columns: new[] { "funding_id", "trainee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apprentice_trainee_id",
                table: "apprentice",
                column: "trainee_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "apprentice");
        }
    }
}
