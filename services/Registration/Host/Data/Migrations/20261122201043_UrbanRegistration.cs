using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class UrbanRegistration : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "area_class",
                table: "office",
                type: "text",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "area_class",
                table: "office");
        }
    }
}
