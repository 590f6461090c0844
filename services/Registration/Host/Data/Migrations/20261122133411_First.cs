using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using Wenye.Persistence;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateSequence(
                name: "serial_number");

            migrationBuilder.CreateTable(
                name: "application",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: true),
                    serial = table.Column<string>(type: "text", nullable: false, defaultValueSql: "to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('serial_number')::text, 10, '0')"),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<int>(type: "integer", nullable: true),
                    place_evidence = table.Column<byte[]>(type: "bytea", nullable: true),
                    missing = table.Column<byte[]>(type: "bytea", nullable: true),
                    committed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    supplied_on = table.Column<DateOnly>(type: "date", nullable: true),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unemployment_reason = table.Column<string>(type: "text", nullable: false),
                    claims_benefit = table.Column<bool>(type: "boolean", nullable: false),
                    applicant = table.Column<byte[]>(type: "bytea", nullable: false),
                    form = table.Column<byte[]>(type: "bytea", nullable: false),
                    review_due = table.Column<DateOnly>(type: "date", nullable: true),
                    eligibility_decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    deadline_decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    review_decision = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "application_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<int>(type: "integer", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    import_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    next_row = table.Column<long>(type: "bigint", nullable: false),
                    taken = table.Column<long>(type: "bigint", nullable: false),
                    rejected = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_import", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "code_table_edition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    edition = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: true),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false),
                    entries = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_table_edition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "code_table_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    table_code = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    label = table.Column<string>(type: "text", nullable: false),
                    parent = table.Column<string>(type: "text", nullable: false),
                    heading = table.Column<bool>(type: "boolean", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_table_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "code_table_version",
                columns: table => new
                {
                    id = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_code_table_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exchange_progress",
                columns: table => new
                {
                    kind = table.Column<int>(type: "integer", nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_success_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_progress", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "exchange_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    serial = table.Column<string>(type: "text", nullable: true),
                    number = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<int>(type: "integer", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    faults = table.Column<byte[]>(type: "bytea", nullable: true),
                    corrections = table.Column<byte[]>(type: "bytea", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_record", x => x.id);
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
                name: "office",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    division_name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    online_channels = table.Column<string>(type: "text", nullable: false),
                    services = table.Column<string[]>(type: "text[]", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_office", x => x.id);
                    table.ForeignKey(
                        name: "fk_office_office_parent_id",
                        column: x => x.parent_id,
                        principalTable: "office",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    identity = table.Column<byte[]>(type: "bytea", nullable: false),
                    name_lookup = table.Column<byte[]>(type: "bytea", nullable: false),
                    details = table.Column<byte[]>(type: "bytea", nullable: false),
                    pension_since = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "application_step",
                columns: table => new
                {
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_step", x => new { x.application_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_application_step_application_application_id",
                        column: x => x.application_id,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_import_fault",
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
                    table.PrimaryKey("pk_application_import_fault", x => new { x.import, x.row, x.ordinal });
                    table.ForeignKey(
                        name: "fk_application_import_fault_application_import_import",
                        column: x => x.import,
                        principalTable: "application_import",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<byte[]>(type: "bytea", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    urban = table.Column<bool>(type: "boolean", nullable: false),
                    type = table.Column<int>(type: "integer", nullable: false),
                    manner = table.Column<int>(type: "integer", nullable: false),
                    employed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    employer_code = table.Column<string>(type: "text", nullable: true),
                    employer = table.Column<byte[]>(type: "bytea", nullable: false),
                    sector = table.Column<int>(type: "integer", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: true),
                    was_registered_unemployed = table.Column<bool>(type: "boolean", nullable: false),
                    was_in_hardship = table.Column<bool>(type: "boolean", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    handled_in = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment", x => x.id);
                    table.ForeignKey(
                        name: "fk_employment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_document",
                columns: table => new
                {
                    document = table.Column<byte[]>(type: "bytea", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_document", x => new { x.document, x.person_id });
                    table.ForeignKey(
                        name: "fk_person_document_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    registered_on = table.Column<DateOnly>(type: "date", nullable: false),
                    unemployment_reason = table.Column<string>(type: "text", nullable: false),
                    cancelled_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancellation_reason = table.Column<string>(type: "text", nullable: true),
                    became_employed = table.Column<bool>(type: "boolean", nullable: false),
                    notice_required = table.Column<bool>(type: "boolean", nullable: false),
                    notified_on = table.Column<DateOnly>(type: "date", nullable: true),
                    cancellation_decision = table.Column<string>(type: "text", nullable: true),
                    exit_serial = table.Column<string>(type: "text", nullable: false, defaultValueSql: "to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || lpad(nextval('serial_number')::text, 10, '0')"),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    city = table.Column<string>(type: "text", nullable: true, computedColumnSql: "left(division, 4)", stored: true, collation: "C"),
                    ended = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "cancelled_on IS NOT NULL", stored: true),
                    province = table.Column<string>(type: "text", nullable: true, computedColumnSql: "left(division, 2)", stored: true, collation: "C"),
                    first_contact_due = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_due = table.Column<DateOnly>(type: "date", nullable: true),
                    guidance_due = table.Column<DateOnly>(type: "date", nullable: true),
                    guidance_left = table.Column<short>(type: "smallint", nullable: false),
                    job_offer_due = table.Column<DateOnly>(type: "date", nullable: true),
                    job_offer_left = table.Column<short>(type: "smallint", nullable: false),
                    next_service_due = table.Column<DateOnly>(type: "date", nullable: true),
                    policy_due = table.Column<DateOnly>(type: "date", nullable: true),
                    policy_left = table.Column<short>(type: "smallint", nullable: false),
                    training_offer_due = table.Column<DateOnly>(type: "date", nullable: true),
                    training_offer_left = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration", x => x.id);
                    table.ForeignKey(
                        name: "fk_registration_application_application_id",
                        column: x => x.application_id,
                        principalTable: "application",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_registration_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "employment_step",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employment_step", x => new { x.employment_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_employment_step_employment_employment_id",
                        column: x => x.employment_id,
                        principalTable: "employment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recognition",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<int>(type: "integer", nullable: false),
                    city_category = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    decision = table.Column<byte[]>(type: "bytea", nullable: false),
                    state = table.Column<int>(type: "integer", nullable: false),
                    publicised_from = table.Column<DateOnly>(type: "date", nullable: true),
                    publicised_to = table.Column<DateOnly>(type: "date", nullable: true),
                    objection_open = table.Column<bool>(type: "boolean", nullable: false),
                    valid_months = table.Column<int>(type: "integer", nullable: true),
                    ends_before = table.Column<DateOnly>(type: "date", nullable: true),
                    recognised_on = table.Column<DateOnly>(type: "date", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    city = table.Column<string>(type: "text", nullable: true, computedColumnSql: "left(division, 4)", stored: true, collation: "C"),
                    province = table.Column<string>(type: "text", nullable: true, computedColumnSql: "left(division, 2)", stored: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recognition", x => x.id);
                    table.ForeignKey(
                        name: "fk_recognition_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_recognition_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registration_step",
                columns: table => new
                {
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registration_step", x => new { x.registration_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_registration_step_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_record",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    provided_on = table.Column<DateOnly>(type: "date", nullable: false),
                    manner = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    note = table.Column<byte[]>(type: "bytea", nullable: true),
                    agency = table.Column<string>(type: "text", nullable: false),
                    division = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<byte[]>(name: "operator", type: "bytea", nullable: true),
                    office_id = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_record", x => x.id);
                    table.ForeignKey(
                        name: "fk_service_record_registration_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registration",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recognition_step",
                columns: table => new
                {
                    recognition_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                    table.PrimaryKey("pk_recognition_step", x => new { x.recognition_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_recognition_step_recognition_recognition_id",
                        column: x => x.recognition_id,
                        principalTable: "recognition",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "code_table_version",
                columns: new[] { "id", "version" },
                values: new object[] { (short)1, 0L });

            migrationBuilder.CreateIndex(
                name: "ix_application_pending_applicant",
                table: "application",
                column: "applicant",
                filter: "state in (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ux_application_number",
                table: "application",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_application_import_agency_import_id",
                table: "application_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_code_table_edition_table_code",
                table: "code_table_edition",
                column: "table_code");

            migrationBuilder.CreateIndex(
                name: "ix_code_table_entry_table_code",
                table: "code_table_entry",
                column: "table_code");

            migrationBuilder.CreateIndex(
                name: "ix_employment_employer_code_id",
                table: "employment",
                columns: new[] { "employer_code", "id" },
                filter: "employer_code is not null");

            migrationBuilder.CreateIndex(
                name: "ix_employment_person_id_id",
                table: "employment",
                columns: new[] { "person_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_employment_live_person_employer",
                table: "employment",
                columns: new[] { "person_id", "employer" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_record_done",
                table: "exchange_record",
                columns: new[] { "kind", "division" },
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_record_due",
                table: "exchange_record",
                column: "due_at",
                filter: "state in (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_record_held",
                table: "exchange_record",
                columns: new[] { "state", "id" },
                filter: "state = 4");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_record_open",
                table: "exchange_record",
                columns: new[] { "kind", "division", "due_at" },
                filter: "state in (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ux_exchange_record_number",
                table: "exchange_record",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_office_parent_id",
                table: "office",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ux_office_division_name",
                table: "office",
                columns: new[] { "division", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_name_lookup",
                table: "person",
                column: "name_lookup");

            migrationBuilder.CreateIndex(
                name: "ux_person_identity",
                table: "person",
                column: "identity",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_document_person_id",
                table: "person_document",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_recognition_city",
                table: "recognition",
                columns: new[] { "city", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_county",
                table: "recognition",
                columns: new[] { "division", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_province",
                table: "recognition",
                columns: new[] { "province", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_recognition_registration_id",
                table: "recognition",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ux_recognition_live_category",
                table: "recognition",
                columns: new[] { "person_id", "category", "city_category" },
                unique: true,
                filter: "state in (1, 2, 3)");

            migrationBuilder.CreateIndex(
                name: "ix_registration_application_id",
                table: "registration",
                column: "application_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registration_city",
                table: "registration",
                columns: new[] { "city", "ended", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_county",
                table: "registration",
                columns: new[] { "division", "ended", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_notice",
                table: "registration",
                columns: new[] { "division", "office_id" },
                filter: "notice_required AND notified_on IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_registration_office",
                table: "registration",
                columns: new[] { "office_id", "ended", "registered_on", "id" },
                filter: "office_id IS NOT NULL")
                .Annotation("Npgsql:IndexInclude", new[] { "division" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_person",
                table: "registration",
                columns: new[] { "person_id", "registered_on", "id" })
                .Annotation("Npgsql:IndexInclude", new[] { "division", "office_id", "ended" });

            migrationBuilder.CreateIndex(
                name: "ix_registration_province",
                table: "registration",
                columns: new[] { "province", "ended", "registered_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_registration_live_person",
                table: "registration",
                column: "person_id",
                unique: true,
                filter: "cancelled_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_service_record_registration_id",
                table: "service_record",
                column: "registration_id");

            // What the model cannot say: an expression, and columns of a complex property. With all that decides which rows a page
            // has, so that only the page's rows are read from the table.
            migrationBuilder.Sql(
                """
                CREATE INDEX ix_application_due ON application (division, state, (coalesce(review_due, '9999-01-01'::date)), id)
                    INCLUDE (review_due, office_id);
                CREATE INDEX ix_registration_due ON registration (division, next_service_due, id)
                    INCLUDE (office_id, first_contact_due, follow_up_due, policy_due, guidance_due, job_offer_due, training_offer_due)
                    WHERE cancelled_on IS NULL;
                """);

            migrationBuilder.CreateOutboxNotification();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "application_import_fault");

            migrationBuilder.DropTable(
                name: "application_step");

            migrationBuilder.DropTable(
                name: "code_table_edition");

            migrationBuilder.DropTable(
                name: "code_table_entry");

            migrationBuilder.DropTable(
                name: "code_table_version");

            migrationBuilder.DropTable(
                name: "employment_step");

            migrationBuilder.DropTable(
                name: "exchange_progress");

            migrationBuilder.DropTable(
                name: "exchange_record");

            migrationBuilder.DropTable(
                name: "handled_request");

            migrationBuilder.DropTable(
                name: "inbox");

            migrationBuilder.DropTable(
                name: "office");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "person_document");

            migrationBuilder.DropTable(
                name: "recognition_step");

            migrationBuilder.DropTable(
                name: "registration_step");

            migrationBuilder.DropTable(
                name: "service_record");

            migrationBuilder.DropTable(
                name: "application_import");

            migrationBuilder.DropTable(
                name: "employment");

            migrationBuilder.DropTable(
                name: "recognition");

            migrationBuilder.DropTable(
                name: "registration");

            migrationBuilder.DropTable(
                name: "application");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropSequence(
                name: "serial_number");
        }
    }
}
