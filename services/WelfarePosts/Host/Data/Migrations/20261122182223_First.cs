using Wenye.Persistence;
using Wenye.Payments;
using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Wenye.WelfarePosts.Data.Migrations
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
                name: "employer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    credit_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employer", x => x.id);
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
                name: "mark",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    id_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    other_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    stated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mark", x => x.id);
                    table.CheckConstraint("ck_mark_days", "\"to\" >= \"from\"");
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
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    register_key = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_number = table.Column<byte[]>(type: "bytea", nullable: false),
                    id_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_employment",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_key = table.Column<Guid>(type: "uuid", nullable: false),
                    manner = table.Column<string>(type: "text", nullable: false),
                    employed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_employment", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "post_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: true),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    agency = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_row = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "post_month_line",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    post_fen = table.Column<long>(type: "bigint", nullable: false),
                    insurance_fen = table.Column<long>(type: "bigint", nullable: false),
                    booked_fen = table.Column<long>(type: "bigint", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    refused_by = table.Column<string[]>(type: "text[]", nullable: true),
                    exit_grounds = table.Column<string[]>(type: "text[]", nullable: true),
                    missing = table.Column<string[]>(type: "text[]", nullable: true),
                    record = table.Column<string>(type: "text", nullable: false),
                    trace = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_month_line", x => new { x.run_id, x.placement_id });
                });

            migrationBuilder.CreateTable(
                name: "post_month_run",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    parameter_version = table.Column<string>(type: "text", nullable: false),
                    placements = table.Column<long>(type: "bigint", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    payable_fen = table.Column<long>(type: "bigint", nullable: false),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: false),
                    urban_fund = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_month_run", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "post_plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    reserve_places = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_plan", x => x.id);
                    table.CheckConstraint("ck_post_plan_reserve", "reserve_places BETWEEN 0 AND places");
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
                name: "record_decision",
                columns: table => new
                {
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    program = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_decision", x => new { x.record_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "record_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_step", x => new { x.record_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "recruitment_round",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    supplementary = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    channels = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    publicised_from = table.Column<DateOnly>(type: "date", nullable: true),
                    publicised_to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recruitment_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wage",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    tier = table.Column<int>(type: "integer", nullable: false),
                    monthly_fen = table.Column<long>(type: "bigint", nullable: false),
                    hourly_fen = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wage", x => new { x.kind, x.division, x.key, x.from });
                });

            migrationBuilder.CreateTable(
                name: "wage_record",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    key = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    tier = table.Column<int>(type: "integer", nullable: false),
                    monthly_fen = table.Column<long>(type: "bigint", nullable: false),
                    hourly_fen = table.Column<long>(type: "bigint", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wage_record", x => new { x.kind, x.division, x.key, x.from, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "post",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    village_code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    duty = table.Column<int>(type: "integer", nullable: false),
                    working_time = table.Column<int>(type: "integer", nullable: false),
                    added_for_poor = table.Column<bool>(type: "boolean", nullable: false),
                    non_profit = table.Column<bool>(type: "boolean", nullable: true),
                    village_burdened = table.Column<bool>(type: "boolean", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    duties = table.Column<string>(type: "text", nullable: false),
                    requirements = table.Column<string>(type: "text", nullable: false),
                    pay = table.Column<string>(type: "text", nullable: false),
                    workplace = table.Column<string>(type: "text", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    urban = table.Column<bool>(type: "boolean", nullable: false),
                    sector = table.Column<int>(type: "integer", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: true),
                    places = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    proposed_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post", x => x.id);
                    table.CheckConstraint("ck_post_places", "places > 0");
                    table.ForeignKey(
                        name: "fk_post_employer_employer_id",
                        column: x => x.employer_id,
                        principalTable: "employer",
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
                name: "post_import_fault",
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
                    table.PrimaryKey("pk_post_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_post_import_fault_post_import_import",
                        column: x => x.import,
                        principalTable: "post_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_month_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    payable_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_month_payment", x => x.id);
                    table.CheckConstraint("ck_post_month_payment_amount", "amount_fen > 0");
                    table.ForeignKey(
                        name: "fk_post_month_payment_post_month_run_run_id",
                        column: x => x.run_id,
                        principalTable: "post_month_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_month_shard",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from_placement = table.Column<Guid>(type: "uuid", nullable: false),
                    to_placement = table.Column<Guid>(type: "uuid", nullable: false),
                    placements = table.Column<int>(type: "integer", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_month_shard", x => new { x.run_id, x.number });
                    table.ForeignKey(
                        name: "fk_post_month_shard_post_month_run_run_id",
                        column: x => x.run_id,
                        principalTable: "post_month_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_month_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_month_step", x => new { x.run_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_post_month_step_post_month_run_run_id",
                        column: x => x.run_id,
                        principalTable: "post_month_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_month_total",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: false),
                    lines = table.Column<long>(type: "bigint", nullable: false),
                    post_fen = table.Column<long>(type: "bigint", nullable: false),
                    insurance_fen = table.Column<long>(type: "bigint", nullable: false),
                    booked_fen = table.Column<long>(type: "bigint", nullable: false),
                    payable_fen = table.Column<long>(type: "bigint", nullable: false),
                    to_recover_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_month_total", x => new { x.run_id, x.kind, x.outcome });
                    table.ForeignKey(
                        name: "fk_post_month_total_post_month_run_run_id",
                        column: x => x.run_id,
                        principalTable: "post_month_run",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "post_development",
                columns: table => new
                {
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    reserve = table.Column<bool>(type: "boolean", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_post_development", x => new { x.post_id, x.sequence });
                    table.CheckConstraint("ck_post_development_places", "places <> 0");
                    table.ForeignKey(
                        name: "fk_post_development_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recruitment_round_post",
                columns: table => new
                {
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    ranking_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ranking_version = table.Column<int>(type: "integer", nullable: false),
                    ranked_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recruitment_round_post", x => new { x.round_id, x.post_id });
                    table.CheckConstraint("ck_recruitment_round_post_places", "places > 0");
                    table.ForeignKey(
                        name: "fk_recruitment_round_post_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recruitment_round_post_recruitment_round_round_id",
                        column: x => x.round_id,
                        principalTable: "recruitment_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "candidacy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    group = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: true),
                    before_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_factor = table.Column<string>(type: "text", nullable: true),
                    file = table.Column<byte[]>(type: "bytea", nullable: false),
                    missing = table.Column<string[]>(type: "text[]", nullable: false),
                    refused_by = table.Column<string[]>(type: "text[]", nullable: false),
                    publicised_from = table.Column<DateOnly>(type: "date", nullable: true),
                    publicised_to = table.Column<DateOnly>(type: "date", nullable: true),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidacy", x => x.id);
                    table.ForeignKey(
                        name: "fk_candidacy_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_candidacy_recruitment_round_post_round_id_post_id",
                        columns: x => new { x.round_id, x.post_id },
                        principalTable: "recruitment_round_post",
                        principalColumns: new[] { "round_id", "post_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "candidacy_objection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    candidacy_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<byte[]>(type: "bytea", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    resolved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    upheld = table.Column<bool>(type: "boolean", nullable: false),
                    finding = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_candidacy_objection", x => x.id);
                    table.ForeignKey(
                        name: "fk_candidacy_objection_candidacy_candidacy_id",
                        column: x => x.candidacy_id,
                        principalTable: "candidacy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    candidacy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    working_time = table.Column<int>(type: "integer", nullable: false),
                    added_for_poor = table.Column<bool>(type: "boolean", nullable: false),
                    group = table.Column<int>(type: "integer", nullable: false),
                    in_hardship_when_placed = table.Column<bool>(type: "boolean", nullable: true),
                    contract = table.Column<int>(type: "integer", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    first_approved_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agreed_until = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    retires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    first_employment = table.Column<bool>(type: "boolean", nullable: false),
                    employment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    employment_refusals = table.Column<int>(type: "integer", nullable: false),
                    registration_asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    employment_ended = table.Column<bool>(type: "boolean", nullable: false),
                    chosen_by_order = table.Column<bool>(type: "boolean", nullable: true),
                    publicised = table.Column<bool>(type: "boolean", nullable: true),
                    bank_account = table.Column<byte[]>(type: "bytea", nullable: true),
                    bank_name = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ground = table.Column<int>(type: "integer", nullable: false),
                    filing_document = table.Column<string>(type: "text", nullable: true),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    noticed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    converted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_for = table.Column<DateOnly>(type: "date", nullable: true),
                    reported_ground = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement", x => x.id);
                    table.CheckConstraint("ck_placement_days", "ended_on >= started_on");
                    table.ForeignKey(
                        name: "fk_placement_candidacy_candidacy_id",
                        column: x => x.candidacy_id,
                        principalTable: "candidacy",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_employer_employer_id",
                        column: x => x.employer_id,
                        principalTable: "employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placement_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appraisal",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appraisal", x => new { x.placement_id, x.period, x.sequence });
                    table.ForeignKey(
                        name: "fk_appraisal_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendance_month",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    days_worked = table.Column<int>(type: "integer", nullable: false),
                    days_absent = table.Column<int>(type: "integer", nullable: false),
                    days_absent_in_a_row = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<decimal>(type: "numeric", nullable: true),
                    contributions_fen = table.Column<long>(type: "bigint", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendance_month", x => new { x.placement_id, x.month, x.sequence });
                    table.ForeignKey(
                        name: "fk_attendance_month_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inspection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    post_id = table.Column<Guid>(type: "uuid", nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    inspected_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection", x => x.id);
                    table.ForeignKey(
                        name: "fk_inspection_employer_employer_id",
                        column: x => x.employer_id,
                        principalTable: "employer",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inspection_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_inspection_post_post_id",
                        column: x => x.post_id,
                        principalTable: "post",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "placement_reading",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_reading", x => x.id);
                    table.ForeignKey(
                        name: "fk_placement_reading_placement_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_attendance_month_few_days",
                table: "attendance_month",
                column: "placement_id",
                filter: "days_worked < 10");

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_person_id",
                table: "candidacy",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_round_id_id",
                table: "candidacy",
                columns: new[] { "round_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_round_id_person_id",
                table: "candidacy",
                columns: new[] { "round_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_round_id_post_id_position",
                table: "candidacy",
                columns: new[] { "round_id", "post_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_objection_candidacy_id",
                table: "candidacy_objection",
                column: "candidacy_id");

            migrationBuilder.CreateIndex(
                name: "ix_employer_credit_code",
                table: "employer",
                column: "credit_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employer_division_id",
                table: "employer",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_division_id",
                table: "inspection",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspection_employer_id",
                table: "inspection",
                column: "employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_placement_id",
                table: "inspection",
                column: "placement_id");

            migrationBuilder.CreateIndex(
                name: "ix_inspection_post_id",
                table: "inspection",
                column: "post_id");

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
                name: "ix_mark_id_hash_kind_from_other_hash_area_source",
                table: "mark",
                columns: new[] { "id_hash", "kind", "from", "other_hash", "area", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mark_other_hash",
                table: "mark",
                column: "other_hash",
                filter: "length(other_hash) > 0");

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
                name: "ix_person_id_hash",
                table: "person",
                column: "id_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_register_key",
                table: "person",
                column: "register_key");

            migrationBuilder.CreateIndex(
                name: "ix_person_employment_person_key",
                table: "person_employment",
                column: "person_key");

            migrationBuilder.CreateIndex(
                name: "ix_placement_candidacy_id",
                table: "placement",
                column: "candidacy_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_division_id",
                table: "placement",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_employer_id_id",
                table: "placement",
                columns: new[] { "employer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_placement_employment_open",
                table: "placement",
                columns: new[] { "division", "id" },
                filter: "ended_on IS NOT NULL AND employment_id IS NOT NULL AND NOT employment_ended");

            migrationBuilder.CreateIndex(
                name: "ix_placement_person_id",
                table: "placement",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_post_id",
                table: "placement",
                column: "post_id");

            migrationBuilder.CreateIndex(
                name: "ix_placement_registration_open",
                table: "placement",
                column: "id",
                filter: "registration_asked_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_placement_until_id",
                table: "placement",
                columns: new[] { "until", "id" },
                filter: "ended_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_placement_reading_placement_id_id",
                table: "placement_reading",
                columns: new[] { "placement_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_division_id",
                table: "post",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_employer_id",
                table: "post",
                column: "employer_id");

            migrationBuilder.CreateIndex(
                name: "ix_post_village_code",
                table: "post",
                column: "village_code",
                filter: "village_code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_post_development_year_kind_division",
                table: "post_development",
                columns: new[] { "year", "kind", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_post_import_agency_import_id",
                table: "post_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_post_month_payment_run_id_employer_id_division",
                table: "post_month_payment",
                columns: new[] { "run_id", "employer_id", "division" },
                unique: true,
                filter: "employer_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_post_month_payment_run_id_placement_id",
                table: "post_month_payment",
                columns: new[] { "run_id", "placement_id" },
                unique: true,
                filter: "placement_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_post_month_run_division_id",
                table: "post_month_run",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_post_month_run_month_state",
                table: "post_month_run",
                columns: new[] { "month", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_post_month_run_open",
                table: "post_month_run",
                column: "id",
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_post_month_shard_open",
                table: "post_month_shard",
                columns: new[] { "failures", "run_id", "number" },
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_post_plan_division_year_kind",
                table: "post_plan",
                columns: new[] { "division", "year", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_recruitment_round_division_id",
                table: "recruitment_round",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recruitment_round_post_post_id",
                table: "recruitment_round_post",
                column: "post_id");

            migrationBuilder.CreateOutboxNotification();
            migrationBuilder.Sql(LedgerGuard.Sql);
            migrationBuilder.Sql(FundMonthGuard.Sql);
            migrationBuilder.Sql(InPostTables.Guard);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(InPostTables.Unguard);
            migrationBuilder.Sql(FundMonthGuard.Undo);
            migrationBuilder.Sql(LedgerGuard.Undo);

            migrationBuilder.DropTable(
                name: "appraisal");

            migrationBuilder.DropTable(
                name: "attendance_month");

            migrationBuilder.DropTable(
                name: "budget");

            migrationBuilder.DropTable(
                name: "candidacy_objection");

            migrationBuilder.DropTable(
                name: "fund_closing");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "inspection");

            migrationBuilder.DropTable(
                name: "ledger_posting");

            migrationBuilder.DropTable(
                name: "mark");

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
                name: "person_employment");

            migrationBuilder.DropTable(
                name: "placement_reading");

            migrationBuilder.DropTable(
                name: "post_development");

            migrationBuilder.DropTable(
                name: "post_import_fault");

            migrationBuilder.DropTable(
                name: "post_month_line");

            migrationBuilder.DropTable(
                name: "post_month_payment");

            migrationBuilder.DropTable(
                name: "post_month_shard");

            migrationBuilder.DropTable(
                name: "post_month_step");

            migrationBuilder.DropTable(
                name: "post_month_total");

            migrationBuilder.DropTable(
                name: "post_plan");

            migrationBuilder.DropTable(
                name: "publicity");

            migrationBuilder.DropTable(
                name: "record_decision");

            migrationBuilder.DropTable(
                name: "record_step");

            migrationBuilder.DropTable(
                name: "wage");

            migrationBuilder.DropTable(
                name: "wage_record");

            migrationBuilder.DropTable(
                name: "fund_statement");

            migrationBuilder.DropTable(
                name: "ledger_entry");

            migrationBuilder.DropTable(
                name: "payable");

            migrationBuilder.DropTable(
                name: "payment_batch");

            migrationBuilder.DropTable(
                name: "placement");

            migrationBuilder.DropTable(
                name: "post_import");

            migrationBuilder.DropTable(
                name: "post_month_run");

            migrationBuilder.DropTable(
                name: "candidacy");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "recruitment_round_post");

            migrationBuilder.DropTable(
                name: "post");

            migrationBuilder.DropTable(
                name: "recruitment_round");

            migrationBuilder.DropTable(
                name: "employer");

            migrationBuilder.DropSequence(
                name: "payment_number");
        }
    }
}
