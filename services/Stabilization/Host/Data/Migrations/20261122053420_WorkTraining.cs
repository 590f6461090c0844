using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
{
    /// <inheritdoc />
    public partial class WorkTraining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "special_account",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    pool = table.Column<string>(type: "text", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    established_fen = table.Column<long>(type: "bigint", nullable: false),
                    balance_fen = table.Column<long>(type: "bigint", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_special_account", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "training_claim",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pool = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    industry = table.Column<int>(type: "integer", nullable: false),
                    scope_added = table.Column<bool>(type: "boolean", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: false),
                    bank_name = table.Column<string>(type: "text", nullable: false),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true),
                    size_decision = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_claim_firm_firm_id",
                        column: x => x.firm_id,
                        principalTable: "firm",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_month",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    revenue_drop = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    electricity_drop = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    energy_drop = table.Column<decimal>(type: "numeric(18,6)", precision: 18, scale: 6, nullable: true),
                    payroll_proof = table.Column<int>(type: "integer", nullable: false),
                    last_quarter_payroll = table.Column<bool>(type: "boolean", nullable: false),
                    trainees = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_month", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_month_training_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "training_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_step",
                columns: table => new
                {
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_step", x => new { x.claim_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_training_step_training_claim_claim_id",
                        column: x => x.claim_id,
                        principalTable: "training_claim",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_person",
                columns: table => new
                {
                    month_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    group = table.Column<int>(type: "integer", nullable: false),
                    hired_on = table.Column<DateOnly>(type: "date", nullable: true),
                    wage_fen = table.Column<long>(type: "bigint", nullable: false),
                    registered_employment = table.Column<bool>(type: "boolean", nullable: true),
                    other_subsidy = table.Column<bool>(type: "boolean", nullable: true),
                    dispatched = table.Column<bool>(type: "boolean", nullable: true),
                    dispatch_agreement = table.Column<bool>(type: "boolean", nullable: true),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    rejected_because = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_person", x => new { x.month_id, x.line });
                    table.ForeignKey(
                        name: "fk_training_person_training_month_month_id",
                        column: x => x.month_id,
                        principalTable: "training_month",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_special_account_pool_day_number",
                table: "special_account",
                columns: new[] { "pool", "day", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_training_claim_division_id",
                table: "training_claim",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_claim_firm_id_id",
                table: "training_claim",
                columns: new[] { "firm_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_month_claim_id_month",
                table: "training_month",
                columns: new[] { "claim_id", "month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_person_id_hash",
                table: "training_person",
                column: "id_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "special_account");

            migrationBuilder.DropTable(
                name: "training_person");

            migrationBuilder.DropTable(
                name: "training_step");

            migrationBuilder.DropTable(
                name: "training_month");

            migrationBuilder.DropTable(
                name: "training_claim");
        }
    }
}
