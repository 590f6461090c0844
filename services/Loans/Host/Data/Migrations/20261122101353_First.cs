using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Wenye.Payments;
using Wenye.Persistence;

#nullable disable

namespace Wenye.Loans.Data.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "payment_number");

            migrationBuilder.CreateTable(
                name: "budget",
                columns: table => new
                {
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    reserved_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_budget", x => new { x.fund, x.pool, x.year });
                    table.CheckConstraint("budget_not_overspent", "amount_fen >= 0 AND reserved_fen >= 0 AND paid_fen >= 0 AND recovered_fen BETWEEN 0 AND paid_fen AND reserved_fen + paid_fen - recovered_fen <= amount_fen");
                });

            migrationBuilder.CreateTable(
                name: "handled_request",
                columns: table => new
                {
                    caller = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    response = table.Column<byte[]>(type: "bytea", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handled_request", x => new { x.caller, x.request_id });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                columns: table => new
                {
                    consumer = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox", x => new { x.consumer, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "ledger_entry",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true),
                    payment_no = table.Column<string>(type: "text", nullable: true),
                    document = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_entry", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "lpr_rate",
                columns: table => new
                {
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    one_year = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    five_years = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lpr_rate", x => x.published_on);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "json", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    tracestate = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "now()"),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.message_id);
                });

            migrationBuilder.CreateTable(
                name: "partner",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    credit_code = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agency = table.Column<string>(type: "text", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payable",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    benefit = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payee = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payee_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: false),
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    needs_publicity = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    publicity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    budget_year = table.Column<int>(type: "integer", nullable: true),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovered_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payable", x => x.id);
                    table.CheckConstraint("payable_sums", "amount_fen > 0 AND paid_fen BETWEEN 0 AND amount_fen AND recovered_fen BETWEEN 0 AND paid_fen");
                });

            migrationBuilder.CreateTable(
                name: "payment_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    payments = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    paid = table.Column<long>(type: "bigint", nullable: false),
                    returned = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_batch", x => x.id);
                    table.CheckConstraint("payment_batch_answers", "paid + returned <= payments");
                });

            migrationBuilder.CreateTable(
                name: "payment_file_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_file_read", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "publicity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    term_source = table.Column<string>(type: "text", nullable: false),
                    payables = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publicity", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ledger_posting",
                columns: table => new
                {
                    entry = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_posting", x => new { x.entry, x.account });
                    table.ForeignKey(
                        name: "fk_ledger_posting_ledger_entry_entry",
                        column: x => x.entry,
                        principalTable: "ledger_entry",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "guarantee_fund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    guarantor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false),
                    balance_fen = table.Column<long>(type: "bigint", nullable: false),
                    exposure_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guarantee_fund", x => x.id);
                    table.CheckConstraint("ck_guarantee_fund_amounts", "balance_fen >= 0 AND exposure_fen >= 0");
                    table.ForeignKey(
                        name: "fk_guarantee_fund_partner_guarantor_id",
                        column: x => x.guarantor_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    upheld = table.Column<bool>(type: "boolean", nullable: true),
                    finding = table.Column<byte[]>(type: "bytea", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objection", x => x.id);
                    table.ForeignKey(
                        name: "fk_objection_payable_payable_id",
                        column: x => x.payable_id,
                        principalTable: "payable",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payable_step",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    operator_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payable_step", x => x.id);
                    table.ForeignKey(
                        name: "fk_payable_step_payable_payable_id",
                        column: x => x.payable_id,
                        principalTable: "payable",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment",
                columns: table => new
                {
                    payment_no = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    payee_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: false),
                    bank_name = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    bank_reference = table.Column<string>(type: "text", nullable: true),
                    value_date = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment", x => x.payment_no);
                    table.ForeignKey(
                        name: "fk_payment_payable_payable_id",
                        column: x => x.payable_id,
                        principalTable: "payable",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_payment_payment_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "payment_batch",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "loan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_number = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    borrower_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    contract_date = table.Column<DateOnly>(type: "date", nullable: false),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    annual_rate = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    tenor = table.Column<int>(type: "integer", nullable: false),
                    lpr = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    term_months = table.Column<int>(type: "integer", nullable: false),
                    matures_on = table.Column<DateOnly>(type: "date", nullable: false),
                    sharing = table.Column<int>(type: "integer", nullable: false),
                    disbursed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outstanding_fen = table.Column<long>(type: "bigint", nullable: false),
                    standing = table.Column<int>(type: "integer", nullable: false),
                    overdue_since = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_until = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_reason = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan", x => x.id);
                    table.CheckConstraint("ck_loan_outstanding", "outstanding_fen BETWEEN 0 AND principal_fen");
                    table.ForeignKey(
                        name: "fk_loan_guarantee_fund_fund_id",
                        column: x => x.fund_id,
                        principalTable: "guarantee_fund",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_partner_bank_id",
                        column: x => x.bank_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_entry",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    standing = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_entry", x => new { x.loan_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_loan_entry_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "loan_person",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signs = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_person", x => new { x.loan_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_loan_person_loan_loan_id",
                        column: x => x.loan_id,
                        principalTable: "loan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_loan_person_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_guarantee_fund_division_id",
                table: "guarantee_fund",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_guarantee_fund_guarantor_id",
                table: "guarantee_fund",
                column: "guarantor_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_fund_pool_year_sequence",
                table: "ledger_entry",
                columns: new[] { "fund", "pool", "year", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_payable_id",
                table: "ledger_entry",
                column: "payable_id");

            migrationBuilder.CreateIndex(
                name: "ix_loan_application_id",
                table: "loan",
                column: "application_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_bank_id_contract_number",
                table: "loan",
                columns: new[] { "bank_id", "contract_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_credit_code_id",
                table: "loan",
                columns: new[] { "credit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_division_id",
                table: "loan",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_fund_id",
                table: "loan",
                column: "fund_id");

            migrationBuilder.CreateIndex(
                name: "ix_loan_entry_loan_id_reference",
                table: "loan_entry",
                columns: new[] { "loan_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_person_person_id",
                table: "loan_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_objection_payable_id",
                table: "objection",
                column: "payable_id");

            migrationBuilder.CreateIndex(
                name: "ix_partner_agency",
                table: "partner",
                column: "agency",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partner_name_id",
                table: "partner",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_payable_batch_id",
                table: "payable",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_payable_benefit_subject_id",
                table: "payable",
                columns: new[] { "benefit", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payable_number",
                table: "payable",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payable_payee_number",
                table: "payable",
                columns: new[] { "payee", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_payable_pool_state_number",
                table: "payable",
                columns: new[] { "pool", "state", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_payable_publicity_id_number",
                table: "payable",
                columns: new[] { "publicity_id", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_payable_step_payable_id_id",
                table: "payable_step",
                columns: new[] { "payable_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_batch_id_payment_no",
                table: "payment",
                columns: new[] { "batch_id", "payment_no" });

            migrationBuilder.CreateIndex(
                name: "payment_paid_once",
                table: "payment",
                column: "payable_id",
                unique: true,
                filter: "state <> 3");

            migrationBuilder.CreateIndex(
                name: "ix_payment_file_read_batch_id",
                table: "payment_file_read",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_id_hash",
                table: "person",
                column: "id_hash",
                unique: true);

            migrationBuilder.CreateOutboxNotification();
            migrationBuilder.Sql(LedgerGuard.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(LedgerGuard.Undo);

            migrationBuilder.DropTable(
                name: "budget");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "ledger_posting");

            migrationBuilder.DropTable(
                name: "loan_entry");

            migrationBuilder.DropTable(
                name: "loan_person");

            migrationBuilder.DropTable(
                name: "lpr_rate");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "payable_step");

            migrationBuilder.DropTable(
                name: "payment");

            migrationBuilder.DropTable(
                name: "payment_file_read");

            migrationBuilder.DropTable(
                name: "publicity");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "loan");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "payable");

            migrationBuilder.DropTable(
                name: "payment_batch");

            migrationBuilder.DropTable(
                name: "guarantee_fund");

            migrationBuilder.DropTable(
                name: "partner");

            migrationBuilder.DropSequence(
                name: "payment_number");
        }
    }
}
