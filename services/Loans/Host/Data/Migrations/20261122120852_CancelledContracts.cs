using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Loans.Data.Migrations
{
    /// <inheritdoc />
    public partial class CancelledContracts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "cancelled_on",
                table: "loan",
                type: "date",
                nullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_loan_cancelled",
                table: "loan",
                sql: "cancelled_on IS NULL OR drawn_fen = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_loan_cancelled",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "cancelled_on",
                table: "loan");
        }
    }
}
