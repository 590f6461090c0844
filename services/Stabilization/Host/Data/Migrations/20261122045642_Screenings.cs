using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Stabilization.Data.Migrations
{
    /// <inheritdoc />
    public partial class Screenings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE screening_result");

            migrationBuilder.DropTable(
                name: "screening");

            migrationBuilder.DropTable(
                name: "screening_shape");

            migrationBuilder.DropTable(
                name: "screening_shard");
        }
    }
}
