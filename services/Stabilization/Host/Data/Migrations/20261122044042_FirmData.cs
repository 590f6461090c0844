using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
{
    /// <inheritdoc />
    public partial class FirmData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "months",
                table: "firm_year");

            migrationBuilder.AddColumn<short>(
                name: "paid_months_before",
                table: "firm_year",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "arrears_months",
                table: "firm_year",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "arrears_months_before",
                table: "firm_year",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "known_months",
                table: "firm_year",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AlterColumn<long>(
                name: "to_recover_fen",
                table: "firm",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.CreateTable(
                name: "complete_feed",
                columns: table => new
                {
                    pool = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    feed = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complete_feed", x => new { x.pool, x.year, x.feed });
                });

            migrationBuilder.CreateTable(
                name: "firm_data_import",
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
                    table.PrimaryKey("pk_firm_data_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "firm_data_import_fault",
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
                    table.PrimaryKey("pk_firm_data_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_firm_data_import_fault_firm_data_import_import",
                        column: x => x.import,
                        principalTable: "firm_data_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_firm_data_import_agency_import_id",
                table: "firm_data_import",
                columns: new[] { "agency", "import_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "complete_feed");

            migrationBuilder.DropTable(
                name: "firm_data_import_fault");

            migrationBuilder.DropTable(
                name: "firm_data_import");

            migrationBuilder.DropColumn(
                name: "arrears_months",
                table: "firm_year");

            migrationBuilder.DropColumn(
                name: "arrears_months_before",
                table: "firm_year");

            migrationBuilder.DropColumn(
                name: "known_months",
                table: "firm_year");

            migrationBuilder.DropColumn(
                name: "paid_months_before",
                table: "firm_year");

            migrationBuilder.AddColumn<short>(
                name: "months",
                table: "firm_year",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AlterColumn<long>(
                name: "to_recover_fen",
                table: "firm",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
