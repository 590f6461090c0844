using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class UrbanRegistration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
