using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Statistics.Data.Migrations
{
    /// <inheritdoc />
    public partial class Exits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "registered",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<long>(
                name: "became_employed",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "cancelled",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

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

            // What was counted before this migration is live too.
            migrationBuilder.Sql(
                """
                INSERT INTO registration_day (division, day, registered)
                SELECT division, registered_on, count(*) FROM registered_person GROUP BY division, registered_on
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cancelled_registration");

            migrationBuilder.DropTable(
                name: "registration_day");

            migrationBuilder.DropColumn(
                name: "became_employed",
                table: "registration_count");

            migrationBuilder.DropColumn(
                name: "cancelled",
                table: "registration_count");

            migrationBuilder.AlterColumn<long>(
                name: "registered",
                table: "registration_count",
                type: "bigint",
                nullable: false,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldDefaultValue: 0L);
        }
    }
}
