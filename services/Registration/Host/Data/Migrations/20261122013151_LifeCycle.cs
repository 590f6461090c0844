using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class LifeCycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "first_contact_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "follow_up_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "guidance_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "guidance_left",
                table: "registration",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "job_offer_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "job_offer_left",
                table: "registration",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "next_service_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "policy_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "policy_left",
                table: "registration",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "training_offer_due",
                table: "registration",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<short>(
                name: "training_offer_left",
                table: "registration",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<int>(
                name: "place",
                table: "application",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "place_evidence",
                table: "application",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "service_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    provided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    manner = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_record", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_record_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registration_notice",
                table: "registration",
                columns: new[] { "division", "office_id" },
                filter: "notice_required AND notified_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_application_pending_applicant",
                table: "application",
                column: "applicant",
                filter: "state in (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_service_record_registration_id",
                table: "service_record",
                column: "registration_id");

            // What the model cannot say: an expression, and columns of a complex property.
            migrationBuilder.Sql("""
                CREATE INDEX ix_application_due ON application (division, state, (coalesce(review_due, '9999-01-01'::date)), id);
                CREATE INDEX ix_registration_due ON registration (division, next_service_due, id)
                    INCLUDE (office_id, first_contact_due, follow_up_due, policy_due, guidance_due, job_offer_due, training_offer_due)
                    WHERE cancelled_on IS NULL;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX ix_application_due;
                DROP INDEX ix_registration_due;
                """);

            migrationBuilder.DropTable(
                name: "service_record");

            migrationBuilder.DropIndex(
                name: "ix_registration_notice",
                table: "registration");

            migrationBuilder.DropIndex(
                name: "ix_application_pending_applicant",
                table: "application");

            migrationBuilder.DropColumn(
                name: "first_contact_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "follow_up_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "guidance_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "guidance_left",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "job_offer_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "job_offer_left",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "next_service_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "policy_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "policy_left",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "training_offer_due",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "training_offer_left",
                table: "registration");

            migrationBuilder.DropColumn(
                name: "place",
                table: "application");

            migrationBuilder.DropColumn(
                name: "place_evidence",
                table: "application");
        }
    }
}
