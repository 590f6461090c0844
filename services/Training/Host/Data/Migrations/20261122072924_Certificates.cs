using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenye.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_certificate_batch_id_serial_number",
                table: "certificate");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "certificate");

            // Without defaults: no certificate was given before this migration, and none may be given without these.
            migrationBuilder.AddColumn<int>(
                name: "decision_number",
                table: "certificate",
                type: "integer",
                nullable: false);

            migrationBuilder.AddColumn<byte[]>(
                name: "holder_name",
                table: "certificate",
                type: "bytea",
                nullable: false);

            migrationBuilder.CreateTable(
                name: "certificate_decision",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_decision", x => new { x.batch_id, x.number });
                    table.ForeignKey(
                        name: "fk_certificate_decision_certificate_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "certificate_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    serial_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    agency = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_read", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_certificate_read_class_id_id",
                table: "certificate_read",
                columns: new[] { "class_id", "id" });
            migrationBuilder.Sql(CertificateMapping.Guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(CertificateMapping.Unguard);
            migrationBuilder.DropTable(
                name: "certificate_decision");

            migrationBuilder.DropTable(
                name: "certificate_read");

            migrationBuilder.DropColumn(
                name: "decision_number",
                table: "certificate");

            migrationBuilder.DropColumn(
                name: "holder_name",
                table: "certificate");

            migrationBuilder.AddColumn<string>(
                name: "decision",
                table: "certificate",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_batch_id_serial_number",
                table: "certificate",
                columns: new[] { "batch_id", "serial_number" });
        }
    }
}
