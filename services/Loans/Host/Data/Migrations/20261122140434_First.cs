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
                name: "fund_statement",
                columns: table => new
                {
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    opening_fen = table.Column<long>(type: "bigint", nullable: false),
                    in_fen = table.Column<long>(type: "bigint", nullable: false),
                    out_fen = table.Column<long>(type: "bigint", nullable: false),
                    returned_fen = table.Column<long>(type: "bigint", nullable: false),
                    closing_fen = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_statement", x => new { x.fund, x.pool, x.month, x.number });
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
                    document = table.Column<string>(type: "text", nullable: true),
                    value_date = table.Column<DateOnly>(type: "date", nullable: true)
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
                name: "lpr_statement",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    one_year = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    five_years = table.Column<decimal>(type: "numeric(9,6)", precision: 9, scale: 6, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lpr_statement", x => new { x.published_on, x.sequence });
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
                name: "person_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    subject = table.Column<int>(type: "integer", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_read", x => x.id);
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

            // Partitioned by year of the quarter: a run attaches the years it needs (SubsidySql.YearPartition).
            migrationBuilder.Sql(
                """
                CREATE TABLE subsidy_line (
                    claim_id uuid NOT NULL,
                    loan_id uuid NOT NULL,
                    quarter integer NOT NULL,
                    outcome smallint NOT NULL,
                    interest_fen bigint NOT NULL,
                    due_fen bigint NOT NULL,
                    booked_fen bigint NOT NULL,
                    amount_fen bigint NOT NULL,
                    central_fen bigint,
                    province_fen bigint,
                    local_fen bigint,
                    above_fen bigint,
                    told_fen bigint,
                    employed_since date,
                    hires_kept integer,
                    required_hires integer,
                    refused_by text[],
                    missing text[],
                    record text NOT NULL,
                    trace bytea NOT NULL,
                    CONSTRAINT pk_subsidy_line PRIMARY KEY (claim_id, loan_id, quarter)
                ) PARTITION BY RANGE (quarter);
                """);

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
                name: "told_fact",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    detail = table.Column<string>(type: "text", nullable: true),
                    employer_code = table.Column<string>(type: "text", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_told_fact", x => new { x.kind, x.id });
                });

            migrationBuilder.CreateTable(
                name: "fund_closing",
                columns: table => new
                {
                    fund = table.Column<int>(type: "integer", nullable: false),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    by_bank_days = table.Column<bool>(type: "boolean", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fund_closing", x => new { x.fund, x.pool, x.month, x.number });
                    table.ForeignKey(
                        name: "fk_fund_closing_fund_statement_fund_pool_month_number",
                        columns: x => new { x.fund, x.pool, x.month, x.number },
                        principalTable: "fund_statement",
                        principalColumns: new[] { "fund", "pool", "month", "number" },
                        onDelete: ReferentialAction.Cascade);
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
                name: "loan_award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    fund = table.Column<int>(type: "integer", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_award", x => x.id);
                    table.CheckConstraint("ck_loan_award_amount", "amount_fen > 0");
                    table.ForeignKey(
                        name: "fk_loan_award_partner_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner",
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
                    above_fen = table.Column<long>(type: "bigint", nullable: false),
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
                name: "loan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_over_on = table.Column<DateOnly>(type: "date", nullable: true),
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
                    drawn_fen = table.Column<long>(type: "bigint", nullable: false),
                    outstanding_fen = table.Column<long>(type: "bigint", nullable: false),
                    claim_fen = table.Column<long>(type: "bigint", nullable: false),
                    standing = table.Column<int>(type: "integer", nullable: false),
                    overdue_since = table.Column<DateOnly>(type: "date", nullable: true),
                    extended_until = table.Column<DateOnly>(type: "date", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "COALESCE(extended_until, matures_on)", stored: true),
                    extension_reason = table.Column<int>(type: "integer", nullable: false),
                    reminded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    credit_reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan", x => x.id);
                    table.CheckConstraint("ck_loan_cancelled", "cancelled_on IS NULL OR drawn_fen = 0");
                    table.CheckConstraint("ck_loan_drawn", "drawn_fen BETWEEN 0 AND principal_fen AND claim_fen >= 0");
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
                name: "loan_entry",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    principal_fen = table.Column<long>(type: "bigint", nullable: false),
                    interest_fen = table.Column<long>(type: "bigint", nullable: false),
                    claim_fen = table.Column<long>(type: "bigint", nullable: false),
                    extended_until = table.Column<DateOnly>(type: "date", nullable: true),
                    extension_reason = table.Column<int>(type: "integer", nullable: false),
                    reverses = table.Column<string>(type: "text", nullable: true),
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
                name: "loan_misuse",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    misuse = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_misuse", x => new { x.loan_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_loan_misuse_loan_loan_id",
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
                name: "ix_guarantee_fund_division_id",
                table: "guarantee_fund",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_guarantee_fund_guarantor_id",
                table: "guarantee_fund",
                column: "guarantor_id");

            migrationBuilder.CreateIndex(
                name: "ix_ledger_entry_fund_pool_booked_at",
                table: "ledger_entry",
                columns: new[] { "fund", "pool", "booked_at" });

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
                name: "ix_loan_bank_id_id",
                table: "loan",
                columns: new[] { "bank_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_credit_code_id",
                table: "loan",
                columns: new[] { "credit_code", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_division_id",
                table: "loan",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_loan_due_on_id",
                table: "loan",
                columns: new[] { "due_on", "id" },
                filter: "outstanding_fen > 0");

            migrationBuilder.CreateIndex(
                name: "ix_loan_fund_id_id",
                table: "loan",
                columns: new[] { "fund_id", "id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_loan_award_partner_id",
                table: "loan_award",
                column: "partner_id");

            migrationBuilder.CreateIndex(
                name: "ix_loan_award_year_division_partner_id",
                table: "loan_award",
                columns: new[] { "year", "division", "partner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_entry_loan_id_reference",
                table: "loan_entry",
                columns: new[] { "loan_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_import_agency_import_id",
                table: "loan_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_loan_import_bank_id",
                table: "loan_import",
                column: "bank_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_person_read_subject_id_id",
                table: "person_read",
                columns: new[] { "subject_id", "id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_told_fact_person_id",
                table: "told_fact",
                column: "person_id");

            migrationBuilder.CreateOutboxNotification();
            migrationBuilder.Sql(LedgerGuard.Sql);
            migrationBuilder.Sql(FundMonthGuard.Sql);
            migrationBuilder.Sql(PersonRead.Guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PersonRead.Unguard);
            migrationBuilder.Sql(FundMonthGuard.Undo);
            migrationBuilder.Sql(LedgerGuard.Undo);

            migrationBuilder.DropTable(
                name: "borrower_statement");

            migrationBuilder.DropTable(
                name: "budget");

            migrationBuilder.DropTable(
                name: "compensation_step");

            migrationBuilder.DropTable(
                name: "counter_guarantee");

            migrationBuilder.DropTable(
                name: "fund_agreement");

            migrationBuilder.DropTable(
                name: "fund_closing");

            migrationBuilder.DropTable(
                name: "fund_entry");

            migrationBuilder.DropTable(
                name: "fund_step");

            migrationBuilder.DropTable(
                name: "fund_year");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "ledger_posting");

            migrationBuilder.DropTable(
                name: "loan_application_decision");

            migrationBuilder.DropTable(
                name: "loan_application_person");

            migrationBuilder.DropTable(
                name: "loan_application_step");

            migrationBuilder.DropTable(
                name: "loan_award");

            migrationBuilder.DropTable(
                name: "loan_entry");

            migrationBuilder.DropTable(
                name: "loan_import_fault");

            migrationBuilder.DropTable(
                name: "loan_instalment");

            migrationBuilder.DropTable(
                name: "loan_misuse");

            migrationBuilder.DropTable(
                name: "loan_person");

            migrationBuilder.DropTable(
                name: "loan_step");

            migrationBuilder.DropTable(
                name: "lpr_rate");

            migrationBuilder.DropTable(
                name: "lpr_statement");

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
                name: "person_read");

            migrationBuilder.DropTable(
                name: "publicity");

            migrationBuilder.DropTable(
                name: "subsidy_claim_step");

            migrationBuilder.DropTable(
                name: "subsidy_figure");

            migrationBuilder.DropTable(
                name: "subsidy_line");

            migrationBuilder.DropTable(
                name: "subsidy_shard");

            migrationBuilder.DropTable(
                name: "told_fact");

            migrationBuilder.DropTable(
                name: "compensation");

            migrationBuilder.DropTable(
                name: "fund_statement");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "loan_application");

            migrationBuilder.DropTable(
                name: "loan_import");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "payable");

            migrationBuilder.DropTable(
                name: "payment_batch");

            migrationBuilder.DropTable(
                name: "subsidy_claim");

            migrationBuilder.DropTable(
                name: "loan");

            migrationBuilder.DropTable(
                name: "subsidy_run");

            migrationBuilder.DropTable(
                name: "guarantee_fund");

            migrationBuilder.DropTable(
                name: "partner");

            migrationBuilder.DropSequence(
                name: "payment_number");
        }
    }
}
