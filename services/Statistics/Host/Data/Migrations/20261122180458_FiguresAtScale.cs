using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class FiguresAtScale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "ground",
                table: "employment_verdict",
                type: "text",
                nullable: false,
                collation: "C",
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_asked",
                table: "employment_verdict",
                columns: new[] { "period", "division", "employment_id" },
                filter: "outcome = 'asked'");

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_period_ground_division_employment_id",
                table: "employment_verdict",
                columns: new[] { "period", "ground", "division", "employment_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_employment_verdict_asked",
                table: "employment_verdict");

            migrationBuilder.DropIndex(
                name: "ix_employment_verdict_period_ground_division_employment_id",
                table: "employment_verdict");

            migrationBuilder.AlterColumn<string>(
                name: "ground",
                table: "employment_verdict",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text",
                oldCollation: "C");
        }
    }
}
