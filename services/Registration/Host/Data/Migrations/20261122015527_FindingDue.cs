using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Wenye.Registration.Data.Migrations
{
    /// <inheritdoc />
    public partial class FindingDue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // With all that decides which rows a page has, so that only the page's rows are read from the table.
            migrationBuilder.Sql("""
                DROP INDEX ix_application_due;
                CREATE INDEX ix_application_due ON application (division, state, (coalesce(review_due, '9999-01-01'::date)), id)
                    INCLUDE (review_due, office_id);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                DROP INDEX ix_application_due;
                CREATE INDEX ix_application_due ON application (division, state, (coalesce(review_due, '9999-01-01'::date)), id);
                """);
        }
    }
}
