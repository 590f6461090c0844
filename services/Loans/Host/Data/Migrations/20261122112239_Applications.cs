using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Loans.Data.Migrations
{
    /// <inheritdoc />
    public partial class Applications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "loan_application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    requested_fen = table.Column<long>(type: "bigint", nullable: false),
                    term_months = table.Column<int>(type: "integer", nullable: false),
                    use = table.Column<int>(type: "integer", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: true),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    counter_guarantee_required = table.Column<bool>(type: "boolean", nullable: true),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    refused_by = table.Column<int>(type: "integer", nullable: false),
                    refusal_reason = table.Column<byte[]>(type: "bytea", nullable: true),
                    refused_on = table.Column<DateOnly>(type: "date", nullable: true),
                    refusal_told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    file = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_application", x => x.id);
                    table.ForeignKey(
                        name: "fk_loan_application_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_application_partner_bank_id",
                        column: x => x.bank_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_application_decision",
                columns: table => new
                {
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    party = table.Column<int>(type: "integer", nullable: false),
                    person = table.Column<int>(type: "integer", nullable: false),
                    hire = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_application_decision", x => new { x.application_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_loan_application_decision_loan_application_application_id",
                        column: x => x.application_id,
                        principalTable: "loan_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_application_person",
                columns: table => new
                {
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_application_person", x => new { x.application_id, x.position });
                    table.ForeignKey(
                        name: "fk_loan_application_person_loan_application_application_id",
                        column: x => x.application_id,
                        principalTable: "loan_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_application_person_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_application_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_application_step", x => new { x.application_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_loan_application_step_loan_application_application_id",
                        column: x => x.application_id,
                        principalTable: "loan_application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_bank_id",
                table: "loan_application",
                column: "bank_id");

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_credit_code_id",
                table: "loan_application",
                columns: new[] { "credit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_division_id",
                table: "loan_application",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_due_id",
                table: "loan_application",
                columns: new[] { "due", "id" },
                filter: "due IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_fund_id",
                table: "loan_application",
                column: "fund_id");

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_person_person_id",
                table: "loan_application_person",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "loan_application_decision");

            migrationBuilder.DropTable(
                name: "loan_application_person");

            migrationBuilder.DropTable(
                name: "loan_application_step");

            migrationBuilder.DropTable(
                name: "loan_application");
        }
    }
}
