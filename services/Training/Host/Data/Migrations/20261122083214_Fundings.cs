using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Training.Data.Migrations
{
    /// <inheritdoc />
    public partial class Fundings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funding",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    credit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payee_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    contract_number = table.Column<string>(type: "text", nullable: true),
                    contract_fen = table.Column<long>(type: "bigint", nullable: true),
                    targets = table.Column<int[]>(type: "integer[]", nullable: false),
                    requested_fen = table.Column<long>(type: "bigint", nullable: true),
                    epidemic_period = table.Column<bool>(type: "boolean", nullable: true),
                    expected_fen = table.Column<long>(type: "bigint", nullable: true),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: false),
                    missing_facts = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding", x => x.id);
                    table.ForeignKey(
                        name: "fk_funding_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_apprentices",
                columns: table => new
                {
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    occupation = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    years = table.Column<decimal>(type: "numeric(4,2)", precision: 4, scale: 2, nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    standard_fen = table.Column<long>(type: "bigint", nullable: false),
                    costly_or_urgent = table.Column<bool>(type: "boolean", nullable: true),
                    decided_fen = table.Column<long>(type: "bigint", nullable: false),
                    finished = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_apprentices", x => new { x.funding_id, x.line });
                    table.ForeignKey(
                        name: "fk_funding_apprentices_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_class",
                columns: table => new
                {
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pays = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_class", x => new { x.funding_id, x.class_id });
                    table.ForeignKey(
                        name: "fk_funding_class_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_funding_class_training_class_class_id",
                        column: x => x.class_id,
                        principalTable: "training_class",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_decision",
                columns: table => new
                {
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_decision", x => new { x.funding_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_funding_decision_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    ground_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_payment", x => x.id);
                    table.ForeignKey(
                        name: "fk_funding_payment_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "funding_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_funding_step", x => new { x.funding_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_funding_step_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_funding_division_id",
                table: "funding",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_funding_institution_id",
                table: "funding",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_funding_class_class_id",
                table: "funding_class",
                column: "class_id",
                unique: true,
                filter: "pays");

            migrationBuilder.CreateIndex(
                name: "ix_funding_payment_funding_id_stage",
                table: "funding_payment",
                columns: new[] { "funding_id", "stage" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funding_apprentices");

            migrationBuilder.DropTable(
                name: "funding_class");

            migrationBuilder.DropTable(
                name: "funding_decision");

            migrationBuilder.DropTable(
                name: "funding_payment");

            migrationBuilder.DropTable(
                name: "funding_step");

            migrationBuilder.DropTable(
                name: "funding");
        }
    }
}
