using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accepted_class",
                columns: table => new
                {
                    class_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mode = table.Column<string>(type: "text", nullable: false),
                    trainees = table.Column<int>(type: "integer", nullable: false),
                    passed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accepted_class", x => x.class_id);
                });

            migrationBuilder.CreateTable(
                name: "cancelled_registration",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason_code = table.Column<string>(type: "text", nullable: false),
                    became_employed = table.Column<bool>(type: "boolean", nullable: false),
                    period = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cancelled_registration", x => x.registration_id);
                });

            migrationBuilder.CreateTable(
                name: "division_attrition",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    retired = table.Column<long>(type: "bigint", nullable: false),
                    work_deaths = table.Column<long>(type: "bigint", nullable: false),
                    of_period = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_division_attrition", x => new { x.division, x.period });
                });

            migrationBuilder.CreateTable(
                name: "employed_at_year_end",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    people = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employed_at_year_end", x => new { x.division, x.year });
                });

            migrationBuilder.CreateTable(
                name: "employment_fact_import",
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
                    table.PrimaryKey("pk_employment_fact_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "employment_verdict",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment_verdict", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "ended_employment",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    manner = table.Column<string>(type: "text", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason_code = table.Column<string>(type: "text", nullable: false),
                    period = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_employment", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "ended_hardship",
                columns: table => new
                {
                    recognition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    city_category = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_hardship", x => x.recognition_id);
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
                name: "inspection_sample",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false),
                    seed = table.Column<long>(type: "bigint", nullable: false),
                    population = table.Column<long>(type: "bigint", nullable: false),
                    population_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    drawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_sample", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "internship_report",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<int>(type: "integer", nullable: false),
                    columns = table.Column<int[]>(type: "integer[]", nullable: false),
                    paid_fen = table.Column<long>(type: "bigint", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    filed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    late = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_internship_report", x => new { x.division, x.month, x.version });
                });

            migrationBuilder.CreateTable(
                name: "issued_certificates",
                columns: table => new
                {
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issued_certificates", x => x.batch_id);
                });

            migrationBuilder.CreateTable(
                name: "loan_count",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    loans = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    drawdowns = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_loan_count", x => new { x.division, x.month, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "made_payment",
                columns: table => new
                {
                    payment_no = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    benefit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    payee = table.Column<string>(type: "text", nullable: false),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    fund = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_made_payment", x => x.payment_no);
                });

            migrationBuilder.CreateTable(
                name: "monitored_firm",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    industry = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<string>(type: "text", nullable: false),
                    focus = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    removed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitored_firm", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "monitored_firm_month",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    employees = table.Column<int>(type: "integer", nullable: false),
                    insured = table.Column<int>(type: "integer", nullable: true),
                    vacancies = table.Column<int>(type: "integer", nullable: true),
                    laid_off = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitored_firm_month", x => new { x.code, x.month });
                });

            migrationBuilder.CreateTable(
                name: "monitored_firm_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_monitored_firm_step", x => new { x.code, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "new_employment_count",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ground = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    records = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_new_employment_count", x => new { x.division, x.period, x.outcome, x.ground });
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
                name: "paid_out_loan",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drawdown = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    is_first = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paid_out_loan", x => new { x.loan_id, x.drawdown });
                });

            migrationBuilder.CreateTable(
                name: "person_spell",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    begins = table.Column<DateOnly>(type: "date", nullable: false),
                    employer_code = table.Column<string>(type: "text", nullable: false),
                    ends = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_spell", x => new { x.person_id, x.kind, x.begins, x.employer_code });
                });

            migrationBuilder.CreateTable(
                name: "person_to_judge",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_to_judge", x => x.person_id);
                });

            migrationBuilder.CreateTable(
                name: "place_class",
                columns: table => new
                {
                    place = table.Column<string>(type: "text", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    @class = table.Column<string>(name: "class", type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_class", x => new { x.place, x.valid_from });
                });

            migrationBuilder.CreateTable(
                name: "recognised_hardship",
                columns: table => new
                {
                    recognition_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    city_category = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recognised_on = table.Column<DateOnly>(type: "date", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognised_hardship", x => x.recognition_id);
                });

            migrationBuilder.CreateTable(
                name: "record_doubt",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    kinds = table.Column<string>(type: "text", nullable: false),
                    clause = table.Column<string>(type: "text", nullable: false),
                    opened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_doubt", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "record_doubt_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    kinds = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_doubt_step", x => new { x.employment_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "record_mark",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    doubtful = table.Column<bool>(type: "boolean", nullable: true),
                    handling_error = table.Column<bool>(type: "boolean", nullable: true),
                    rural_post_or_workshop = table.Column<bool>(type: "boolean", nullable: true),
                    transfer_or_renewal = table.Column<bool>(type: "boolean", nullable: true),
                    covered = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_mark", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "record_place",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_place", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "registered_employment",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    urban = table.Column<bool>(type: "boolean", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    manner = table.Column<string>(type: "text", nullable: false),
                    employed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    employer_code = table.Column<string>(type: "text", nullable: false),
                    sector = table.Column<string>(type: "text", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: false),
                    was_registered_unemployed = table.Column<bool>(type: "boolean", nullable: false),
                    was_in_hardship = table.Column<bool>(type: "boolean", nullable: false),
                    sex = table.Column<string>(type: "text", nullable: false),
                    birth_year = table.Column<int>(type: "integer", nullable: false),
                    period = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_employment", x => x.employment_id);
                });

            migrationBuilder.CreateTable(
                name: "registered_person",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    period = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registered_person", x => x.registration_id);
                });

            migrationBuilder.CreateTable(
                name: "registration_count",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    registered = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    cancelled = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    became_employed = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    employments_registered = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    employments_ended = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    hardship_recognised = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    hardship_ended = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_count", x => new { x.division, x.period });
                });

            migrationBuilder.CreateTable(
                name: "registration_day",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    registered = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    cancelled = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_day", x => new { x.division, x.day });
                });

            migrationBuilder.CreateTable(
                name: "reported_layoff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    layoffs = table.Column<int>(type: "integer", nullable: false),
                    employees = table.Column<int>(type: "integer", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    planned_on = table.Column<DateOnly>(type: "date", nullable: true),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan = table.Column<byte[]>(type: "bytea", nullable: false),
                    large = table.Column<string>(type: "text", nullable: false),
                    notice = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_layoff", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reversed_disbursement",
                columns: table => new
                {
                    loan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drawdown = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount_fen = table.Column<long>(type: "bigint", nullable: false),
                    was_only = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reversed_disbursement", x => new { x.loan_id, x.drawdown });
                });

            migrationBuilder.CreateTable(
                name: "revoked_certificate",
                columns: table => new
                {
                    enrolment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revoked_certificate", x => x.enrolment_id);
                });

            migrationBuilder.CreateTable(
                name: "target",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    lowest = table.Column<decimal>(type: "numeric", nullable: false),
                    middle = table.Column<decimal>(type: "numeric", nullable: true),
                    highest = table.Column<decimal>(type: "numeric", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target", x => new { x.division, x.year, x.measure });
                });

            migrationBuilder.CreateTable(
                name: "training_count",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    month = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    classes_accepted = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    trained = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    trained_combined = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    trained_on_platforms = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    passed = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    certificates_issued = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    certificates_revoked = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_training_count", x => new { x.division, x.month, x.category });
                });

            migrationBuilder.CreateTable(
                name: "unit_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    first_submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_report", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dimension = table.Column<string>(type: "text", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false),
                    @base = table.Column<decimal>(name: "base", type: "numeric", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: false),
                    drivers = table.Column<byte[]>(type: "bytea", nullable: false),
                    steps = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "warning_round",
                columns: table => new
                {
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    period = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    evaluated_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_round", x => new { x.division, x.period });
                });

            migrationBuilder.CreateTable(
                name: "employment_fact_import_fault",
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
                    table.PrimaryKey("pk_employment_fact_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_employment_fact_import_fault_employment_fact_import_import",
                        column: x => x.import,
                        principalTable: "employment_fact_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inspected_record",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    agency = table.Column<string>(type: "text", nullable: false),
                    round = table.Column<string>(type: "text", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspected_record", x => new { x.sample_id, x.employment_id });
                    table.ForeignKey(
                        name: "fk_inspected_record_inspection_sample_sample_id",
                        column: x => x.sample_id,
                        principalTable: "inspection_sample",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "inspection_stratum",
                columns: table => new
                {
                    sample_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    population = table.Column<long>(type: "bigint", nullable: false),
                    drawn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inspection_stratum", x => new { x.sample_id, x.division });
                    table.ForeignKey(
                        name: "fk_inspection_stratum_inspection_sample_sample_id",
                        column: x => x.sample_id,
                        principalTable: "inspection_sample",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_version",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    counted = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_version", x => new { x.report_id, x.number });
                    table.ForeignKey(
                        name: "fk_report_version_unit_report_report_id",
                        column: x => x.report_id,
                        principalTable: "unit_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "unit_report_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unit_report_step", x => new { x.report_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_unit_report_step_unit_report_report_id",
                        column: x => x.report_id,
                        principalTable: "unit_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "warning_step",
                columns: table => new
                {
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    warning_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_warning_step", x => new { x.warning_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_warning_step_warning_warning_id",
                        column: x => x.warning_id,
                        principalTable: "warning",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_line",
                columns: table => new
                {
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    measure = table.Column<string>(type: "text", nullable: false),
                    dimension = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_line", x => new { x.report_id, x.number, x.measure, x.dimension, x.key });
                    table.ForeignKey(
                        name: "fk_report_line_report_version_report_id_number",
                        columns: x => new { x.report_id, x.number },
                        principalTable: "report_version",
                        principalColumns: new[] { "report_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_cancelled_registration_period_division_registration_id",
                table: "cancelled_registration",
                columns: new[] { "period", "division", "registration_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_fact_import_agency_import_id",
                table: "employment_fact_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_asked",
                table: "employment_verdict",
                columns: new[] { "period", "division", "employment_id" },
                filter: "outcome = 'asked'");

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_period_division_employment_id",
                table: "employment_verdict",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_period_ground_division_employment_id",
                table: "employment_verdict",
                columns: new[] { "period", "ground", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_person_id",
                table: "employment_verdict",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ended_employment_period_division_employment_id",
                table: "ended_employment",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ended_hardship_period_division_recognition_id",
                table: "ended_hardship",
                columns: new[] { "period", "division", "recognition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inspected_record_agency_round_employment_id",
                table: "inspected_record",
                columns: new[] { "agency", "round", "employment_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inspection_sample_division_id",
                table: "inspection_sample",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_made_payment_division_month_benefit",
                table: "made_payment",
                columns: new[] { "division", "month", "benefit" });

            migrationBuilder.CreateIndex(
                name: "ix_monitored_firm_division_code",
                table: "monitored_firm",
                columns: new[] { "division", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_recognised_hardship_period_division_recognition_id",
                table: "recognised_hardship",
                columns: new[] { "period", "division", "recognition_id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_doubt_person_id",
                table: "record_doubt",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_record_doubt_state_division_employment_id",
                table: "record_doubt",
                columns: new[] { "state", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_place_place",
                table: "record_place",
                column: "place");

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_period_division_employment_id",
                table: "registered_employment",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_person_id",
                table: "registered_employment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_period_division_registration_id",
                table: "registered_person",
                columns: new[] { "period", "division", "registration_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_person_id",
                table: "registered_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reported_layoff_code",
                table: "reported_layoff",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_reported_layoff_division_month",
                table: "reported_layoff",
                columns: new[] { "division", "month" });

            migrationBuilder.CreateIndex(
                name: "ix_unit_report_period_kind_division",
                table: "unit_report",
                columns: new[] { "period", "kind", "division" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_warning_division_period_dimension_indicator_subject",
                table: "warning",
                columns: new[] { "division", "period", "dimension", "indicator", "subject" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accepted_class");

            migrationBuilder.DropTable(
                name: "cancelled_registration");

            migrationBuilder.DropTable(
                name: "division_attrition");

            migrationBuilder.DropTable(
                name: "employed_at_year_end");

            migrationBuilder.DropTable(
                name: "employment_fact_import_fault");

            migrationBuilder.DropTable(
                name: "employment_verdict");

            migrationBuilder.DropTable(
                name: "ended_employment");

            migrationBuilder.DropTable(
                name: "ended_hardship");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "inspected_record");

            migrationBuilder.DropTable(
                name: "inspection_stratum");

            migrationBuilder.DropTable(
                name: "internship_report");

            migrationBuilder.DropTable(
                name: "issued_certificates");

            migrationBuilder.DropTable(
                name: "loan_count");

            migrationBuilder.DropTable(
                name: "made_payment");

            migrationBuilder.DropTable(
                name: "monitored_firm");

            migrationBuilder.DropTable(
                name: "monitored_firm_month");

            migrationBuilder.DropTable(
                name: "monitored_firm_step");

            migrationBuilder.DropTable(
                name: "new_employment_count");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "paid_out_loan");

            migrationBuilder.DropTable(
                name: "person_spell");

            migrationBuilder.DropTable(
                name: "person_to_judge");

            migrationBuilder.DropTable(
                name: "place_class");

            migrationBuilder.DropTable(
                name: "recognised_hardship");

            migrationBuilder.DropTable(
                name: "record_doubt");

            migrationBuilder.DropTable(
                name: "record_doubt_step");

            migrationBuilder.DropTable(
                name: "record_mark");

            migrationBuilder.DropTable(
                name: "record_place");

            migrationBuilder.DropTable(
                name: "registered_employment");

            migrationBuilder.DropTable(
                name: "registered_person");

            migrationBuilder.DropTable(
                name: "registration_count");

            migrationBuilder.DropTable(
                name: "registration_day");

            migrationBuilder.DropTable(
                name: "report_line");

            migrationBuilder.DropTable(
                name: "reported_layoff");

            migrationBuilder.DropTable(
                name: "reversed_disbursement");

            migrationBuilder.DropTable(
                name: "revoked_certificate");

            migrationBuilder.DropTable(
                name: "target");

            migrationBuilder.DropTable(
                name: "training_count");

            migrationBuilder.DropTable(
                name: "unit_report_step");

            migrationBuilder.DropTable(
                name: "warning_round");

            migrationBuilder.DropTable(
                name: "warning_step");

            migrationBuilder.DropTable(
                name: "employment_fact_import");

            migrationBuilder.DropTable(
                name: "inspection_sample");

            migrationBuilder.DropTable(
                name: "report_version");

            migrationBuilder.DropTable(
                name: "warning");

            migrationBuilder.DropTable(
                name: "unit_report");
        }
    }
}
