using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Loans.Data.Migrations
{
    /// <inheritdoc />
    public partial class Subsidies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "borrower_statement",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employed_since = table.Column<DateOnly>(type: "date", nullable: true),
                    business_failed = table.Column<bool>(type: "boolean", nullable: true),
                    hires_kept = table.Column<int>(type: "integer", nullable: true),
                    required_hires = table.Column<int>(type: "integer", nullable: true),
                    agreed_subsidised_rate = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: true),
                    source = table.Column<byte[]>(type: "bytea", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_borrower_statement", x => new { x.loan_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_borrower_statement_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_line",
                columns: table => new
                {
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    due_fen = table.Column<long>(type: "bigint", nullable: false),
                    booked_fen = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    central_fen = table.Column<long>(type: "bigint", nullable: true),
                    province_fen = table.Column<long>(type: "bigint", nullable: true),
                    local_fen = table.Column<long>(type: "bigint", nullable: true),
                    told_fen = table.Column<long>(type: "bigint", nullable: true),
                    employed_since = table.Column<DateOnly>(type: "date", nullable: true),
                    hires_kept = table.Column<int>(type: "integer", nullable: true),
                    required_hires = table.Column<int>(type: "integer", nullable: true),
                    refused_by = table.Column<string[]>(type: "text[]", nullable: true),
                    missing = table.Column<string[]>(type: "text[]", nullable: true),
                    record = table.Column<string>(type: "text", nullable: false),
                    trace = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_line", x => new { x.claim_id, x.loan_id, x.quarter });
                });

            migrationBuilder.CreateTable(
                name: "subsidy_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    settles_year = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    parameter_version = table.Column<string>(type: "text", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    loans = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quarter = table.Column<int>(type: "integer", nullable: false),
                    from_quarter = table.Column<int>(type: "integer", nullable: false),
                    settles_year = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    parameter_version = table.Column<string>(type: "text", nullable: false),
                    has_figures = table.Column<bool>(type: "boolean", nullable: false),
                    lines = table.Column<long>(type: "bigint", nullable: false),
                    granted = table.Column<long>(type: "bigint", nullable: false),
                    refused = table.Column<long>(type: "bigint", nullable: false),
                    incomplete = table.Column<long>(type: "bigint", nullable: false),
                    corrections = table.Column<long>(type: "bigint", nullable: false),
                    interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    central_fen = table.Column<long>(type: "bigint", nullable: false),
                    province_fen = table.Column<long>(type: "bigint", nullable: false),
                    local_fen = table.Column<long>(type: "bigint", nullable: false),
                    unknown_share_fen = table.Column<long>(type: "bigint", nullable: false),
                    told_fen = table.Column<long>(type: "bigint", nullable: false),
                    differing = table.Column<long>(type: "bigint", nullable: false),
                    unmatched = table.Column<string[]>(type: "text[]", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: true),
                    carried_in_fen = table.Column<long>(type: "bigint", nullable: false),
                    payable_fen = table.Column<long>(type: "bigint", nullable: false),
                    carried_out_fen = table.Column<long>(type: "bigint", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_number = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_claim", x => x.id);
                    table.CheckConstraint("ck_subsidy_claim_carried", "carried_in_fen <= 0 AND carried_out_fen <= 0 AND payable_fen >= 0");
                    table.ForeignKey(
                        name: "fk_subsidy_claim_partner_bank_id",
                        column: x => x.bank_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subsidy_claim_subsidy_run_run_id",
                        column: x => x.run_id,
                        principalTable: "subsidy_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_shard",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_loan = table.Column<Guid>(type: "uuid", nullable: false),
                    to_loan = table.Column<Guid>(type: "uuid", nullable: false),
                    loans = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_shard", x => new { x.run_id, x.number });
                    table.ForeignKey(
                        name: "fk_subsidy_shard_subsidy_run_run_id",
                        column: x => x.run_id,
                        principalTable: "subsidy_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_claim_step",
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
                    table.PrimaryKey("pk_subsidy_claim_step", x => new { x.claim_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_subsidy_claim_step_subsidy_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "subsidy_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subsidy_figure",
                columns: table => new
                {
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: false),
                    told_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subsidy_figure", x => new { x.claim_id, x.contract_number });
                    table.ForeignKey(
                        name: "fk_subsidy_figure_subsidy_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "subsidy_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_claim_bank_id_pool_confirmed_number",
                table: "subsidy_claim",
                columns: new[] { "bank_id", "pool", "confirmed_number" },
                unique: true,
                filter: "confirmed_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_claim_pool_id",
                table: "subsidy_claim",
                columns: new[] { "pool", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_claim_run_id",
                table: "subsidy_claim",
                column: "run_id");

            migrationBuilder.CreateIndex(
                name: "ux_subsidy_claim_open",
                table: "subsidy_claim",
                columns: new[] { "bank_id", "pool" },
                unique: true,
                filter: "state IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_run_open",
                table: "subsidy_run",
                column: "id",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_subsidy_shard_open",
                table: "subsidy_shard",
                columns: new[] { "failures", "run_id", "number" },
                filter: "decided_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "borrower_statement");

            migrationBuilder.DropTable(
                name: "subsidy_claim_step");

            migrationBuilder.DropTable(
                name: "subsidy_figure");

            migrationBuilder.DropTable(
                name: "subsidy_line");

            migrationBuilder.DropTable(
                name: "subsidy_shard");

            migrationBuilder.DropTable(
                name: "subsidy_claim");

            migrationBuilder.DropTable(
                name: "subsidy_run");
        }
    }
}
