using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class ExchangeStatus : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_exchange_record_done",
                table: "exchange_record",
                columns: new[] { "kind", "division" },
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_record_open",
                table: "exchange_record",
                columns: new[] { "kind", "division", "due_at" },
                filter: "state in (1, 2)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_exchange_record_done",
                table: "exchange_record");

            migrationBuilder.DropIndex(
                name: "ix_exchange_record_open",
                table: "exchange_record");
        }
    }
}
