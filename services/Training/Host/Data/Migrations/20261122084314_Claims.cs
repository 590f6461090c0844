using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    credit_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claimant_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    agreement = table.Column<int>(type: "integer", nullable: false),
                    invoice = table.Column<int>(type: "integer", nullable: false),
                    application_form = table.Column<int>(type: "integer", nullable: false),
                    further_papers = table.Column<string[]>(type: "text[]", nullable: false),
                    granted = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false),
                    incomplete = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prior_subsidy",
                columns: table => new
                {
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    occupation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    level = table.Column<int>(type: "integer", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: false),
                    in_college = table.Column<bool>(type: "boolean", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prior_subsidy", x => new { x.trainee_id, x.kind, x.occupation, x.level, x.paid_on });
                    table.ForeignKey(
                        name: "fk_prior_subsidy_trainee_trainee_id",
                        column: x => x.trainee_id,
                        principalTable: "trainee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    group = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    certificate = table.Column<int>(type: "integer", nullable: false),
                    certificate_number = table.Column<byte[]>(type: "bytea", nullable: true),
                    certificate_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    occupation = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    identity_paper = table.Column<int>(type: "integer", nullable: false),
                    group_paper = table.Column<int>(type: "integer", nullable: false),
                    certificate_paper = table.Column<int>(type: "integer", nullable: false),
                    first_appraisal = table.Column<bool>(type: "boolean", nullable: true),
                    trained = table.Column<bool>(type: "boolean", nullable: true),
                    rural_or_low_income = table.Column<bool>(type: "boolean", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    decisions = table.Column<byte[]>(type: "bytea", nullable: false),
                    rejected_because = table.Column<byte[]>(type: "bytea", nullable: true),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_line", x => x.id);
                    table.ForeignKey(
                        name: "fk_claim_line_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claim_line_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claim_line_trainee_trainee_id",
                        column: x => x.trainee_id,
                        principalTable: "trainee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claim_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_step", x => new { x.claim_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_claim_step_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_claim_credit_code_id",
                table: "claim",
                columns: new[] { "credit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_division_id",
                table: "claim",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_claim_institution_id",
                table: "claim",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_line_certificate_hash",
                table: "claim_line",
                column: "certificate_hash");

            migrationBuilder.CreateIndex(
                name: "ix_claim_line_claim_id_line",
                table: "claim_line",
                columns: new[] { "claim_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_claim_line_enrolment_id",
                table: "claim_line",
                column: "enrolment_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_line_payable_id",
                table: "claim_line",
                column: "payable_id");

            migrationBuilder.CreateIndex(
                name: "ix_claim_line_trainee_id",
                table: "claim_line",
                column: "trainee_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claim_line");

            migrationBuilder.DropTable(
                name: "claim_step");

            migrationBuilder.DropTable(
                name: "prior_subsidy");

            migrationBuilder.DropTable(
                name: "claim");
        }
    }
}
