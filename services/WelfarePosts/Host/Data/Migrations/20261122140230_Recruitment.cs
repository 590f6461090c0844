using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.WelfarePosts.Data.Migrations
{
    /// <inheritdoc />
    public partial class Recruitment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_candidacy_round_id_post_id",
                table: "candidacy");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ranked_on",
                table: "recruitment_round_post",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ranking_id",
                table: "recruitment_round_post",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "ranking_version",
                table: "recruitment_round_post",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string[]>(
                name: "missing",
                table: "candidacy",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<int>(
                name: "position",
                table: "candidacy",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "publicised_from",
                table: "candidacy",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "publicised_to",
                table: "candidacy",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "refused_by",
                table: "candidacy",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

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

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_round_id_id",
                table: "candidacy",
                columns: new[] { "round_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_round_id_post_id_position",
                table: "candidacy",
                columns: new[] { "round_id", "post_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_objection_candidacy_id",
                table: "candidacy_objection",
                column: "candidacy_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "candidacy_objection");

            migrationBuilder.DropIndex(
                name: "ix_candidacy_round_id_id",
                table: "candidacy");

            migrationBuilder.DropIndex(
                name: "ix_candidacy_round_id_post_id_position",
                table: "candidacy");

            migrationBuilder.DropColumn(
                name: "ranked_on",
                table: "recruitment_round_post");

            migrationBuilder.DropColumn(
                name: "ranking_id",
                table: "recruitment_round_post");

            migrationBuilder.DropColumn(
                name: "ranking_version",
                table: "recruitment_round_post");

            migrationBuilder.DropColumn(
                name: "missing",
                table: "candidacy");

            migrationBuilder.DropColumn(
                name: "position",
                table: "candidacy");

            migrationBuilder.DropColumn(
                name: "publicised_from",
                table: "candidacy");

            migrationBuilder.DropColumn(
                name: "publicised_to",
                table: "candidacy");

            migrationBuilder.DropColumn(
                name: "refused_by",
                table: "candidacy");

            migrationBuilder.CreateIndex(
                name: "ix_candidacy_round_id_post_id",
                table: "candidacy",
                columns: new[] { "round_id", "post_id" });
        }
    }
}
