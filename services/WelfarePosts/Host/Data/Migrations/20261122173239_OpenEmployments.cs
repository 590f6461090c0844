using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.WelfarePosts.Data.Migrations
{
    /// <inheritdoc />
    public partial class OpenEmployments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "withdrawn",
                table: "wage_record",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "registration_asked_at",
                table: "placement",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_placement_registration_open",
                table: "placement",
                column: "id",
                filter: "registration_asked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_attendance_month_few_days",
                table: "attendance_month",
                column: "placement_id",
                filter: "days_worked < 10");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_placement_registration_open",
                table: "placement");

            migrationBuilder.DropIndex(
                name: "ix_attendance_month_few_days",
                table: "attendance_month");

            migrationBuilder.DropColumn(
                name: "withdrawn",
                table: "wage_record");

            migrationBuilder.DropColumn(
                name: "registration_asked_at",
                table: "placement");
        }
    }
}
