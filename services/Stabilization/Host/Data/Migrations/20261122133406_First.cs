using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Wenye.Payments;
using Wenye.Persistence;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
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
                name: "benefit_standard",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    monthly_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_benefit_standard", x => new { x.division, x.from });
                });

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
                name: "complete_feed",
                columns: table => new
                {
                    pool = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    feed = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complete_feed", x => new { x.pool, x.year, x.feed });
                });

            migrationBuilder.CreateTable(
                name: "firm",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    credit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    pool = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: false),
                    insured_since = table.Column<DateOnly>(type: "date", nullable: true),
                    industry_policy_ok = table.Column<bool>(type: "boolean", nullable: true),
                    zombie_or_dishonest_or_bankrupt = table.Column<bool>(type: "boolean", nullable: true),
                    priority = table.Column<short>(type: "smallint", nullable: false),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "firm_data_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_row = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_data_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "firm_finance",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    revenue_fen = table.Column<long>(type: "bigint", nullable: false),
                    profit_fen = table.Column<long>(type: "bigint", nullable: false),
                    assets_fen = table.Column<long>(type: "bigint", nullable: false),
                    liabilities_fen = table.Column<long>(type: "bigint", nullable: false),
                    employees = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_finance", x => new { x.firm_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "firm_reduction",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_reduction", x => new { x.firm_id, x.month, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "firm_year",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    insured = table.Column<int?[]>(type: "integer[]", nullable: false),
                    due_fen = table.Column<long[]>(type: "bigint[]", nullable: false),
                    paid_fen = table.Column<long[]>(type: "bigint[]", nullable: false),
                    relief = table.Column<short[]>(type: "smallint[]", nullable: false),
                    known_months = table.Column<short>(type: "smallint", nullable: false),
                    paid_months = table.Column<short>(type: "smallint", nullable: false),
                    arrears_months = table.Column<short>(type: "smallint", nullable: false),
                    paid_months_before = table.Column<short>(type: "smallint", nullable: false),
                    arrears_months_before = table.Column<short>(type: "smallint", nullable: false),
                    total_paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    insured_at_end = table.Column<int>(type: "integer", nullable: true),
                    laid_off = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_firm_year", x => new { x.firm_id, x.year });
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
                name: "past_refund",
                columns: table => new
                {
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_refund", x => new { x.firm_id, x.year, x.kind });
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
                name: "pool_fund",
                columns: table => new
                {
                    pool = table.Column<string>(type: "text", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    balance_fen = table.Column<long>(type: "bigint", nullable: false),
                    months_covered = table.Column<decimal>(type: "numeric(8,2)", precision: 8, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_fund", x => new { x.pool, x.month });
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
                name: "screening",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    region = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    parameter_version = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    firms = table.Column<long>(type: "bigint", nullable: false),
                    tally = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "screening_shape",
                columns: table => new
                {
                    screening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<long>(type: "bigint", nullable: false),
                    legend = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_shape", x => new { x.screening_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "screening_shard",
                columns: table => new
                {
                    screening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_id = table.Column<long>(type: "bigint", nullable: false),
                    to_id = table.Column<long>(type: "bigint", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tally = table.Column<string>(type: "jsonb", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_screening_shard", x => new { x.screening_id, x.number });
                });

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
                name: "refund_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    screening_id = table.Column<Guid>(type: "uuid", nullable: false),
                    firm_id = table.Column<long>(type: "bigint", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    top_up = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true),
                    prepaid = table.Column<bool>(type: "boolean", nullable: false),
                    deducted_fen = table.Column<long>(type: "bigint", nullable: false),
                    set_off_fen = table.Column<long>(type: "bigint", nullable: false),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: false),
                    recovery_screening_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recovery_ground = table.Column<string>(type: "text", nullable: true),
                    commitment = table.Column<string>(type: "text", nullable: true),
                    commits_industry_policy = table.Column<bool>(type: "boolean", nullable: false),
                    signed_by = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_refund_case_firm_firm_id",
                        column: x => x.firm_id,
                        principalTable: "firm",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "firm_data_import_fault",
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
                    table.PrimaryKey("pk_firm_data_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_firm_data_import_fault_firm_data_import_import",
                        column: x => x.import,
                        principalTable: "firm_data_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "refund_opinion",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    department = table.Column<int>(type: "integer", nullable: false),
                    agrees = table.Column<bool>(type: "boolean", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_opinion", x => new { x.case_id, x.department });
                    table.ForeignKey(
                        name: "fk_refund_opinion_refund_case_case_id",
                        column: x => x.case_id,
                        principalTable: "refund_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refund_step",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    table.PrimaryKey("pk_refund_step", x => new { x.case_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_refund_step_refund_case_case_id",
                        column: x => x.case_id,
                        principalTable: "refund_case",
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
                name: "ix_firm_credit_code",
                table: "firm",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_firm_division_credit_code",
                table: "firm",
                columns: new[] { "division", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "ix_firm_name_credit_code",
                table: "firm",
                columns: new[] { "name", "credit_code" });

            migrationBuilder.CreateIndex(
                name: "ix_firm_pool_id",
                table: "firm",
                columns: new[] { "pool", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_firm_data_import_agency_import_id",
                table: "firm_data_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

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
                name: "ix_objection_payable_id",
                table: "objection",
                column: "payable_id");

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
                name: "ix_refund_case_division_id",
                table: "refund_case",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_refund_case_firm_id_year",
                table: "refund_case",
                columns: new[] { "firm_id", "year" });

            migrationBuilder.CreateIndex(
                name: "ix_refund_case_screening_id_firm_id",
                table: "refund_case",
                columns: new[] { "screening_id", "firm_id" });

            migrationBuilder.CreateIndex(
                name: "ux_refund_case_open",
                table: "refund_case",
                columns: new[] { "firm_id", "year", "kind" },
                unique: true,
                filter: "state in (1, 2, 3, 4)");

            migrationBuilder.CreateIndex(
                name: "ix_screening_open",
                table: "screening",
                column: "id",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_screening_running",
                table: "screening",
                columns: new[] { "region", "as_of", "kind" },
                unique: true,
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_screening_shard_open",
                table: "screening_shard",
                columns: new[] { "failures", "screening_id", "number" },
                filter: "decided_at IS NULL");

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

            // The model cannot say that a table is partitioned; see docs/decisions/0044-screening.md.
            migrationBuilder.Sql(
                """
                CREATE TABLE screening_result (
                    screening_id uuid NOT NULL,
                    credit_code text COLLATE "C" NOT NULL,
                    firm_id bigint NOT NULL,
                    division text COLLATE "C" NOT NULL,
                    outcome smallint NOT NULL,
                    amount_fen bigint NOT NULL,
                    facts bytea NOT NULL,
                    trace bytea NOT NULL,
                    refused_by text[],
                    missing text[],
                    CONSTRAINT pk_screening_result PRIMARY KEY (screening_id, credit_code)
                ) PARTITION BY LIST (screening_id);
                """);

            migrationBuilder.CreateOutboxNotification();
            migrationBuilder.Sql(LedgerGuard.Sql);
            migrationBuilder.Sql(FundMonthGuard.Sql);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(FundMonthGuard.Undo);
            migrationBuilder.Sql(LedgerGuard.Undo);
            migrationBuilder.Sql("DROP TABLE screening_result");

            migrationBuilder.DropTable(
                name: "benefit_standard");

            migrationBuilder.DropTable(
                name: "budget");

            migrationBuilder.DropTable(
                name: "complete_feed");

            migrationBuilder.DropTable(
                name: "firm_data_import_fault");

            migrationBuilder.DropTable(
                name: "firm_finance");

            migrationBuilder.DropTable(
                name: "firm_reduction");

            migrationBuilder.DropTable(
                name: "firm_year");

            migrationBuilder.DropTable(
                name: "fund_closing");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "ledger_posting");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "past_refund");

            migrationBuilder.DropTable(
                name: "payable_step");

            migrationBuilder.DropTable(
                name: "payment");

            migrationBuilder.DropTable(
                name: "payment_file_read");

            migrationBuilder.DropTable(
                name: "pool_fund");

            migrationBuilder.DropTable(
                name: "publicity");

            migrationBuilder.DropTable(
                name: "refund_opinion");

            migrationBuilder.DropTable(
                name: "refund_step");

            migrationBuilder.DropTable(
                name: "screening");

            migrationBuilder.DropTable(
                name: "screening_shape");

            migrationBuilder.DropTable(
                name: "screening_shard");

            migrationBuilder.DropTable(
                name: "special_account");

            migrationBuilder.DropTable(
                name: "training_person");

            migrationBuilder.DropTable(
                name: "training_step");

            migrationBuilder.DropTable(
                name: "firm_data_import");

            migrationBuilder.DropTable(
                name: "fund_statement");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "payable");

            migrationBuilder.DropTable(
                name: "payment_batch");

            migrationBuilder.DropTable(
                name: "refund_case");

            migrationBuilder.DropTable(
                name: "training_month");

            migrationBuilder.DropTable(
                name: "training_claim");

            migrationBuilder.DropTable(
                name: "firm");

            migrationBuilder.DropSequence(
                name: "payment_number");
        }
    }
}
