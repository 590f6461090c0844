using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenye.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeptReadings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "institution_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institution_step", x => new { x.institution_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_institution_step_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roster_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_enrolment = table.Column<Guid>(type: "uuid", nullable: false),
                    to_enrolment = table.Column<Guid>(type: "uuid", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_read", x => x.id);
                    table.ForeignKey(
                        name: "fk_roster_read_training_class_class_id",
                        column: x => x.class_id,
                        principalTable: "training_class",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_roster_read_class_id_id",
                table: "roster_read",
                columns: new[] { "class_id", "id" });

            migrationBuilder.Sql(TrainingTables.Guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "institution_step");

            migrationBuilder.DropTable(
                name: "roster_read");
        }
    }
}
