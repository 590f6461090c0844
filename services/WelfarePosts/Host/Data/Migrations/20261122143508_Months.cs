using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.WelfarePosts.Data.Migrations
{
    /// <inheritdoc />
    public partial class Months : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "post_month_run");
        }
    }
}
