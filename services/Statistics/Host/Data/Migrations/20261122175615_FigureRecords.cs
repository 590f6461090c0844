using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class FigureRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_registered_person_period_division_registration_id",
                table: "registered_person",
                columns: new[] { "period", "division", "registration_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_period_division_employment_id",
                table: "registered_employment",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognised_hardship_period_division_recognition_id",
                table: "recognised_hardship",
                columns: new[] { "period", "division", "recognition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ended_hardship_period_division_recognition_id",
                table: "ended_hardship",
                columns: new[] { "period", "division", "recognition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ended_employment_period_division_employment_id",
                table: "ended_employment",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_cancelled_registration_period_division_registration_id",
                table: "cancelled_registration",
                columns: new[] { "period", "division", "registration_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registered_person_period_division_registration_id",
                table: "registered_person");

            migrationBuilder.DropIndex(
                name: "ix_registered_employment_period_division_employment_id",
                table: "registered_employment");

            migrationBuilder.DropIndex(
                name: "ix_recognised_hardship_period_division_recognition_id",
                table: "recognised_hardship");

            migrationBuilder.DropIndex(
                name: "ix_ended_hardship_period_division_recognition_id",
                table: "ended_hardship");

            migrationBuilder.DropIndex(
                name: "ix_ended_employment_period_division_employment_id",
                table: "ended_employment");

            migrationBuilder.DropIndex(
                name: "ix_cancelled_registration_period_division_registration_id",
                table: "cancelled_registration");
        }
    }
}
