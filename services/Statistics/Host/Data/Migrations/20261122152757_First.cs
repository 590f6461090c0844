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
                    ground = table.Column<string>(type: "text", nullable: false)
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
                    amount_fen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_made_payment", x => x.payment_no);
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
                name: "record_mark",
                columns: table => new
                {
                    employment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    doubtful = table.Column<bool>(type: "boolean", nullable: true),
                    handling_error = table.Column<bool>(type: "boolean", nullable: true),
                    rural_post_or_workshop = table.Column<bool>(type: "boolean", nullable: true),
                    transfer_or_renewal = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    agency = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_mark", x => x.employment_id);
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

            migrationBuilder.CreateIndex(
                name: "ix_employment_fact_import_agency_import_id",
                table: "employment_fact_import",
                columns: new[] { "agency", "import_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_period_division_employment_id",
                table: "employment_verdict",
                columns: new[] { "period", "division", "employment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_employment_verdict_person_id",
                table: "employment_verdict",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_made_payment_division_month_benefit",
                table: "made_payment",
                columns: new[] { "division", "month", "benefit" });

            migrationBuilder.CreateIndex(
                name: "ix_registered_employment_person_id",
                table: "registered_employment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_registered_person_person_id",
                table: "registered_person",
                column: "person_id");
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
                name: "issued_certificates");

            migrationBuilder.DropTable(
                name: "loan_count");

            migrationBuilder.DropTable(
                name: "made_payment");

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
                name: "recognised_hardship");

            migrationBuilder.DropTable(
                name: "record_mark");

            migrationBuilder.DropTable(
                name: "registered_employment");

            migrationBuilder.DropTable(
                name: "registered_person");

            migrationBuilder.DropTable(
                name: "registration_count");

            migrationBuilder.DropTable(
                name: "registration_day");

            migrationBuilder.DropTable(
                name: "reversed_disbursement");

            migrationBuilder.DropTable(
                name: "revoked_certificate");

            migrationBuilder.DropTable(
                name: "training_count");

            migrationBuilder.DropTable(
                name: "employment_fact_import");
        }
    }
}
