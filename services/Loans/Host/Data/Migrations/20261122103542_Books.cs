using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Loans.Data.Migrations
{
    /// <inheritdoc />
    public partial class Books : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_loan_fund_id",
                table: "loan");

            migrationBuilder.RenameColumn(
                name: "standing",
                table: "loan_entry",
                newName: "extension_reason");

            migrationBuilder.AddColumn<long>(
                name: "claim_fen",
                table: "loan_entry",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_until",
                table: "loan_entry",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reverses",
                table: "loan_entry",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "claim_fen",
                table: "loan",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "credit_reported_on",
                table: "loan",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "drawn_fen",
                table: "loan",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "reminded_on",
                table: "loan",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "taken_over_on",
                table: "loan",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_on",
                table: "loan",
                type: "date",
                nullable: false,
                computedColumnSql: "COALESCE(extended_until, matures_on)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "compensation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    requested_on = table.Column<DateOnly>(type: "date", nullable: false),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    overdue_interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    fund_share = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: true),
                    pursued = table.Column<bool>(type: "boolean", nullable: true),
                    counter_guarantor_settled = table.Column<bool>(type: "boolean", nullable: true),
                    fund_fen = table.Column<long>(type: "bigint", nullable: false),
                    fund_principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    bank_fen = table.Column<long>(type: "bigint", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovered_by_bank_fen = table.Column<long>(type: "bigint", nullable: false),
                    written_off_fen = table.Column<long>(type: "bigint", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compensation", x => x.id);
                    table.CheckConstraint("ck_compensation", "recovered_fen >= 0 AND written_off_fen >= 0 AND recovered_fen + written_off_fen <= fund_fen");
                    table.ForeignKey(
                        name: "fk_compensation_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_compensation_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "counter_guarantee",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counter_guarantee", x => x.loan_id);
                    table.ForeignKey(
                        name: "fk_counter_guarantee_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_agreement",
                columns: table => new
                {
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    fund_share = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    overdue_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_agreement", x => new { x.fund_id, x.bank_id, x.from });
                    table.ForeignKey(
                        name: "fk_fund_agreement_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fund_agreement_partner_bank_id",
                        column: x => x.bank_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_entry",
                columns: table => new
                {
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    balance_fen = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_entry", x => new { x.fund_id, x.sequence });
                    table.CheckConstraint("ck_fund_entry_balance", "balance_fen >= 0");
                    table.ForeignKey(
                        name: "fk_fund_entry_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_fund_entry_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_step", x => new { x.fund_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_fund_step_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fund_year",
                columns: table => new
                {
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    due_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_year", x => new { x.fund_id, x.year });
                    table.CheckConstraint("ck_fund_year", "recovered_fen BETWEEN 0 AND due_fen");
                    table.ForeignKey(
                        name: "fk_fund_year_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_row = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_import", x => x.id);
                    table.ForeignKey(
                        name: "fk_loan_import_partner_bank_id",
                        column: x => x.bank_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_instalment",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_instalment", x => new { x.loan_id, x.version, x.number });
                    table.ForeignKey(
                        name: "fk_loan_instalment_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    standing = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_step", x => new { x.loan_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_loan_step_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "compensation_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    compensation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_compensation_step", x => new { x.compensation_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_compensation_step_compensation_compensation_id",
                        column: x => x.compensation_id,
                        principalTable: "compensation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_import_fault",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<long>(type: "bigint", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_loan_import_fault_loan_import_import",
                        column: x => x.import,
                        principalTable: "loan_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_loan_bank_id_id",
                table: "loan",
                columns: new[] { "bank_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_due_on_id",
                table: "loan",
                columns: new[] { "due_on", "id" },
                filter: "outstanding_fen > 0");

            migrationBuilder.CreateIndex(
                name: "ix_loan_fund_id_id",
                table: "loan",
                columns: new[] { "fund_id", "id" });

            migrationBuilder.AddCheckConstraint(
                name: "ck_loan_drawn",
                table: "loan",
                sql: "drawn_fen BETWEEN 0 AND principal_fen AND claim_fen >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_compensation_fund_id_id",
                table: "compensation",
                columns: new[] { "fund_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_compensation_loan_id",
                table: "compensation",
                column: "loan_id",
                unique: true,
                filter: "state <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_fund_agreement_bank_id",
                table: "fund_agreement",
                column: "bank_id");

            migrationBuilder.CreateIndex(
                name: "ix_fund_entry_fund_id_reference",
                table: "fund_entry",
                columns: new[] { "fund_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fund_entry_loan_id",
                table: "fund_entry",
                column: "loan_id");

            migrationBuilder.CreateIndex(
                name: "ix_loan_import_agency_import_id",
                table: "loan_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_import_bank_id",
                table: "loan_import",
                column: "bank_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "compensation_step");

            migrationBuilder.DropTable(
                name: "counter_guarantee");

            migrationBuilder.DropTable(
                name: "fund_agreement");

            migrationBuilder.DropTable(
                name: "fund_entry");

            migrationBuilder.DropTable(
                name: "fund_step");

            migrationBuilder.DropTable(
                name: "fund_year");

            migrationBuilder.DropTable(
                name: "loan_import_fault");

            migrationBuilder.DropTable(
                name: "loan_instalment");

            migrationBuilder.DropTable(
                name: "loan_step");

            migrationBuilder.DropTable(
                name: "compensation");

            migrationBuilder.DropTable(
                name: "loan_import");

            migrationBuilder.DropIndex(
                name: "ix_loan_bank_id_id",
                table: "loan");

            migrationBuilder.DropIndex(
                name: "ix_loan_due_on_id",
                table: "loan");

            migrationBuilder.DropIndex(
                name: "ix_loan_fund_id_id",
                table: "loan");

            migrationBuilder.DropCheckConstraint(
                name: "ck_loan_drawn",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "due_on",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "claim_fen",
                table: "loan_entry");

            migrationBuilder.DropColumn(
                name: "extended_until",
                table: "loan_entry");

            migrationBuilder.DropColumn(
                name: "reverses",
                table: "loan_entry");

            migrationBuilder.DropColumn(
                name: "claim_fen",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "credit_reported_on",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "drawn_fen",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "reminded_on",
                table: "loan");

            migrationBuilder.DropColumn(
                name: "taken_over_on",
                table: "loan");

            migrationBuilder.RenameColumn(
                name: "extension_reason",
                table: "loan_entry",
                newName: "standing");

            migrationBuilder.CreateIndex(
                name: "ix_loan_fund_id",
                table: "loan",
                column: "fund_id");
        }
    }
}
