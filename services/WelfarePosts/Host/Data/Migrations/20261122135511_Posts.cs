using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.WelfarePosts.Data.Migrations
{
    /// <inheritdoc />
    public partial class Posts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "post_import",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
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
                name: "ix_person_employment_person_key",
                table: "person_employment",
                column: "person_key");

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
                name: "ix_post_plan_division_year_kind",
                table: "post_plan",
                columns: new[] { "division", "year", "kind" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspection");

            migrationBuilder.DropTable(
                name: "mark");

            migrationBuilder.DropTable(
                name: "person_employment");

            migrationBuilder.DropTable(
                name: "post_development");

            migrationBuilder.DropTable(
                name: "post_import_fault");

            migrationBuilder.DropTable(
                name: "post_plan");

            migrationBuilder.DropTable(
                name: "wage");

            migrationBuilder.DropTable(
                name: "wage_record");

            migrationBuilder.DropTable(
                name: "post_import");
        }
    }
}
