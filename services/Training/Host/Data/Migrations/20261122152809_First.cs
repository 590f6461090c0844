using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Wenye.Payments;
using Wenye.Persistence;

#nullable disable

namespace Wenye.Training.Data.Migrations
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
                name: "certificate_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    count = table.Column<int>(type: "integer", nullable: false),
                    first = table.Column<string>(type: "text", nullable: false),
                    last = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificate_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    serial_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    agency = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_read", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificate_sequence",
                columns: table => new
                {
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_sequence", x => new { x.institution_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "course",
                columns: table => new
                {
                    city = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occupation = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    level = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<int>(type: "integer", nullable: false),
                    leads_to = table.Column<int>(type: "integer", nullable: false),
                    standard_fen = table.Column<long>(type: "bigint", nullable: true),
                    appraisal_fee_fen = table.Column<long>(type: "bigint", nullable: true),
                    costly_or_urgent = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_course", x => new { x.city, x.occupation, x.level, x.from });
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
                name: "institution",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code = table.Column<int>(type: "integer", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    withdrawn_on = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institution", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "institution_code",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code = table.Column<int>(type: "integer", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    abolished_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institution_code", x => new { x.division, x.code });
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
                name: "trainee",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trainee", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "training_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agency = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_row = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificate_decision",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_decision", x => new { x.batch_id, x.number });
                    table.ForeignKey(
                        name: "fk_certificate_decision_certificate_batch_batch_id",
                        column: x => x.batch_id,
                        principalTable: "certificate_batch",
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
                name: "institution_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_institution_step", x => new { x.institution_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_institution_step_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "platform_evaluation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_platform_evaluation", x => x.id);
                    table.ForeignKey(
                        name: "fk_platform_evaluation_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_class",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    occupation = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    occupation_name = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    leads_to = table.Column<int>(type: "integer", nullable: false),
                    mode = table.Column<int>(type: "integer", nullable: false),
                    total_hours = table.Column<int>(type: "integer", nullable: false),
                    online_minutes = table.Column<int>(type: "integer", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    trainees = table.Column<int>(type: "integer", nullable: false),
                    passed = table.Column<int>(type: "integer", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: true),
                    half_reached_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    plan_decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_class", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_class_institution_institution_id",
                        column: x => x.institution_id,
                        principalTable: "institution",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "training_file_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    in_full = table.Column<bool>(type: "boolean", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_file_read", x => x.id);
                    table.ForeignKey(
                        name: "fk_training_file_read_trainee_trainee_id",
                        column: x => x.trainee_id,
                        principalTable: "trainee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "training_import_fault",
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
                    table.PrimaryKey("pk_training_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_training_import_fault_training_import_import",
                        column: x => x.import,
                        principalTable: "training_import",
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

            migrationBuilder.CreateTable(
                name: "apprentice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    funding_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contract = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    finished = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_apprentice", x => x.id);
                    table.ForeignKey(
                        name: "fk_apprentice_funding_funding_id",
                        column: x => x.funding_id,
                        principalTable: "funding",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_apprentice_trainee_trainee_id",
                        column: x => x.trainee_id,
                        principalTable: "trainee",
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

            migrationBuilder.CreateTable(
                name: "class_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_class_step", x => new { x.class_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_class_step_training_class_class_id",
                        column: x => x.class_id,
                        principalTable: "training_class",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "enrolment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    mobile_phone = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    group = table.Column<int>(type: "integer", nullable: false),
                    evidence = table.Column<int>(type: "integer", nullable: false),
                    household_division = table.Column<string>(type: "text", nullable: true),
                    employer_code = table.Column<string>(type: "text", nullable: true),
                    enrolled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    register_key = table.Column<Guid>(type: "uuid", nullable: true),
                    unemployed_since = table.Column<DateOnly>(type: "date", nullable: true),
                    in_hardship = table.Column<bool>(type: "boolean", nullable: false),
                    employed_since = table.Column<DateOnly>(type: "date", nullable: true),
                    employed_by = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attended_minutes = table.Column<int>(type: "integer", nullable: false),
                    attended_online_minutes = table.Column<int>(type: "integer", nullable: false),
                    examined_on = table.Column<DateOnly>(type: "date", nullable: true),
                    passed = table.Column<bool>(type: "boolean", nullable: true),
                    score = table.Column<decimal>(type: "numeric(4,1)", precision: 4, scale: 1, nullable: true),
                    entitled_to_other = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_enrolment", x => x.id);
                    table.ForeignKey(
                        name: "fk_enrolment_trainee_trainee_id",
                        column: x => x.trainee_id,
                        principalTable: "trainee",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_enrolment_training_class_class_id",
                        column: x => x.class_id,
                        principalTable: "training_class",
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
                name: "roster_read",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_enrolment = table.Column<Guid>(type: "uuid", nullable: false),
                    to_enrolment = table.Column<Guid>(type: "uuid", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roster_read", x => x.id);
                    table.ForeignKey(
                        name: "fk_roster_read_training_class_class_id",
                        column: x => x.class_id,
                        principalTable: "training_class",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_day",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    online = table.Column<bool>(type: "boolean", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_day", x => new { x.enrolment_id, x.day, x.online });
                    table.ForeignKey(
                        name: "fk_attendance_day_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "certificate",
                columns: table => new
                {
                    serial_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    institution_id = table.Column<Guid>(type: "uuid", nullable: false),
                    trainee_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_name = table.Column<byte[]>(type: "bytea", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    reissues = table.Column<int>(type: "integer", nullable: false),
                    decision_number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate", x => x.serial_number);
                    table.ForeignKey(
                        name: "fk_certificate_enrolment_enrolment_id",
                        column: x => x.enrolment_id,
                        principalTable: "enrolment",
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
                name: "certificate_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    serial_number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificate_step", x => new { x.serial_number, x.sequence });
                    table.ForeignKey(
                        name: "fk_certificate_step_certificate_serial_number",
                        column: x => x.serial_number,
                        principalTable: "certificate",
                        principalColumn: "serial_number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_apprentice_funding_id_line_number",
                table: "apprentice",
                columns: new[] { "funding_id", "line", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apprentice_funding_id_trainee_id",
                table: "apprentice",
                columns: new[] { "funding_id", "trainee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_apprentice_trainee_id",
                table: "apprentice",
                column: "trainee_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_class_id_serial_number",
                table: "certificate",
                columns: new[] { "class_id", "serial_number" });

            migrationBuilder.CreateIndex(
                name: "ix_certificate_enrolment_id",
                table: "certificate",
                column: "enrolment_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_certificate_institution_id_serial_number",
                table: "certificate",
                columns: new[] { "institution_id", "serial_number" });

            migrationBuilder.CreateIndex(
                name: "ix_certificate_trainee_id",
                table: "certificate",
                column: "trainee_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_batch_class_id",
                table: "certificate_batch",
                column: "class_id");

            migrationBuilder.CreateIndex(
                name: "ix_certificate_read_class_id_id",
                table: "certificate_read",
                columns: new[] { "class_id", "id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_class_id_trainee_id",
                table: "enrolment",
                columns: new[] { "class_id", "trainee_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_phone_hash",
                table: "enrolment",
                column: "phone_hash");

            migrationBuilder.CreateIndex(
                name: "ix_enrolment_trainee_id",
                table: "enrolment",
                column: "trainee_id");

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

            migrationBuilder.CreateIndex(
                name: "ix_institution_division_code",
                table: "institution",
                columns: new[] { "division", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_institution_name_id",
                table: "institution",
                columns: new[] { "name", "id" });

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
                name: "ix_platform_evaluation_institution_id",
                table: "platform_evaluation",
                column: "institution_id");

            migrationBuilder.CreateIndex(
                name: "ix_roster_read_class_id_id",
                table: "roster_read",
                columns: new[] { "class_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_trainee_id_hash",
                table: "trainee",
                column: "id_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_training_class_division_id",
                table: "training_class",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_class_institution_id_id",
                table: "training_class",
                columns: new[] { "institution_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_file_read_trainee_id_id",
                table: "training_file_read",
                columns: new[] { "trainee_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_training_import_agency_import_id",
                table: "training_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateOutboxNotification();
            migrationBuilder.Sql(LedgerGuard.Sql);
            migrationBuilder.Sql(FundMonthGuard.Sql);
            migrationBuilder.Sql(CertificateMapping.Guard);
            migrationBuilder.Sql(TrainingFileMapping.Guard);
            migrationBuilder.Sql(TrainingTables.Guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(CertificateMapping.Unguard);
            migrationBuilder.Sql(FundMonthGuard.Undo);
            migrationBuilder.Sql(LedgerGuard.Undo);

            migrationBuilder.DropTable(
                name: "apprentice");

            migrationBuilder.DropTable(
                name: "attendance_day");

            migrationBuilder.DropTable(
                name: "budget");

            migrationBuilder.DropTable(
                name: "certificate_decision");

            migrationBuilder.DropTable(
                name: "certificate_read");

            migrationBuilder.DropTable(
                name: "certificate_sequence");

            migrationBuilder.DropTable(
                name: "certificate_step");

            migrationBuilder.DropTable(
                name: "claim_line");

            migrationBuilder.DropTable(
                name: "claim_step");

            migrationBuilder.DropTable(
                name: "class_step");

            migrationBuilder.DropTable(
                name: "course");

            migrationBuilder.DropTable(
                name: "fund_closing");

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
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "institution_code");

            migrationBuilder.DropTable(
                name: "institution_step");

            migrationBuilder.DropTable(
                name: "ledger_posting");

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
                name: "platform_evaluation");

            migrationBuilder.DropTable(
                name: "prior_subsidy");

            migrationBuilder.DropTable(
                name: "publicity");

            migrationBuilder.DropTable(
                name: "roster_read");

            migrationBuilder.DropTable(
                name: "training_file_read");

            migrationBuilder.DropTable(
                name: "training_import_fault");

            migrationBuilder.DropTable(
                name: "certificate_batch");

            migrationBuilder.DropTable(
                name: "certificate");

            migrationBuilder.DropTable(
                name: "claim");

            migrationBuilder.DropTable(
                name: "fund_statement");

            migrationBuilder.DropTable(
                name: "funding");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "payable");

            migrationBuilder.DropTable(
                name: "payment_batch");

            migrationBuilder.DropTable(
                name: "training_import");

            migrationBuilder.DropTable(
                name: "enrolment");

            migrationBuilder.DropTable(
                name: "trainee");

            migrationBuilder.DropTable(
                name: "training_class");

            migrationBuilder.DropTable(
                name: "institution");

            migrationBuilder.DropSequence(
                name: "payment_number");
        }
    }
}
