using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
{
    /// <inheritdoc />
    public partial class Recoveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "deducted_fen",
                table: "refund_case",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "recovery_ground",
                table: "refund_case",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "recovery_screening_id",
                table: "refund_case",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "set_off_fen",
                table: "refund_case",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "deducted_fen",
                table: "refund_case");

            migrationBuilder.DropColumn(
                name: "recovery_ground",
                table: "refund_case");

            migrationBuilder.DropColumn(
                name: "recovery_screening_id",
                table: "refund_case");

            migrationBuilder.DropColumn(
                name: "set_off_fen",
                table: "refund_case");
        }
    }
}
