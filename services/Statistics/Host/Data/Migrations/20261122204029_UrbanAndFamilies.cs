using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class UrbanAndFamilies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_employment_fact_import_fault_employment_fact_import_import",
                table: "employment_fact_import_fault");

            migrationBuilder.AddColumn<long>(
                name: "cancelled_rural",
                table: "registration_day",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "cancelled_urban",
                table: "registration_day",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "registered_rural",
                table: "registration_day",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "registered_urban",
                table: "registration_day",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "became_employed_rural",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "became_employed_urban",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "cancelled_rural",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "cancelled_urban",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "registered_rural",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "registered_urban",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "urban",
                table: "registered_person",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "family_id",
                table: "recognised_hardship",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "monitored_firm_import",
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
                    table.PrimaryKey("pk_monitored_firm_import", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_hardship",
                table: "registered_employment",
                columns: new[] { "period", "division" },
                filter: "was_in_hardship")
                .Annotation("Npgsql:IndexInclude", new[] { "manner" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_welfare_post",
                table: "registered_employment",
                columns: new[] { "division", "employed_on" },
                filter: "manner = 'welfare_post'");

            migrationBuilder.CreateIndex(
                name: "ix_recognised_hardship_family_id",
                table: "recognised_hardship",
                column: "family_id",
                filter: "family_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_monitored_firm_import_agency_import_id",
                table: "monitored_firm_import",
                columns: new[] { "agency", "import_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "monitored_firm_import");

            migrationBuilder.DropIndex(
                name: "ix_registered_employment_hardship",
                table: "registered_employment");

            migrationBuilder.DropIndex(
                name: "ix_registered_employment_welfare_post",
                table: "registered_employment");

            migrationBuilder.DropIndex(
                name: "ix_recognised_hardship_family_id",
                table: "recognised_hardship");

            migrationBuilder.DropColumn(
                name: "cancelled_rural",
                table: "registration_day");

            migrationBuilder.DropColumn(
                name: "cancelled_urban",
                table: "registration_day");

            migrationBuilder.DropColumn(
                name: "registered_rural",
                table: "registration_day");

            migrationBuilder.DropColumn(
                name: "registered_urban",
                table: "registration_day");

            migrationBuilder.DropColumn(
                name: "became_employed_rural",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "became_employed_urban",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "cancelled_rural",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "cancelled_urban",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "registered_rural",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "registered_urban",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "urban",
                table: "registered_person");

            migrationBuilder.DropColumn(
                name: "family_id",
                table: "recognised_hardship");

            migrationBuilder.AddForeignKey(
                name: "fk_employment_fact_import_fault_employment_fact_import_import",
                table: "employment_fact_import_fault",
                column: "import",
                principalTable: "employment_fact_import",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
