using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Host.Tests.Reports;

/// <summary>Zero-employment families and their members (零就业家庭): counted once wherever their members were recognised.</summary>
public sealed class FamilyTests(StatisticsFixture fixture) : ReportTestBase(fixture)
{
    private const string City = "376600";
    private const string First = "376602";
    private const string Second = "376603";
    private static readonly DateOnly Day = new(2020, 9, 1);

    [Fact]
    public async Task Families_and_members_are_counted_and_members_of_whom_no_household_is_known()
    {
        var (family, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (mother, daughter) = (Member(First, Day, family), Member(Second, Day.AddDays(2), family));
        await AnnounceAllAsync([
            daughter, mother, Member(Second, Day, other), Member(Second, Day, null),
            Member(First, Day, Guid.CreateVersion7()) with { ExpiresOn = Day.AddDays(3) }, Announced.Recognised(First, Day)]);

        (await FamiliesAsync(City)).ShouldBe((2, 4, 1));
        (await FamiliesAsync(First)).ShouldBe((1, 1, 0), "a family is where its first member was recognised");
        (await FamiliesAsync(Second)).ShouldBe((1, 3, 1));
        var rows = (await LiveAsync(ReportKind.Hardship, City, September, Breakdown.Below)).Rows;
        rows.Sum(row => row.Number("zero_employment_families")).ShouldBe(2);

        // The first is no longer recognised: the family is where the next one is.
        await AnnounceAllAsync([Announced.Ended(mother, Day.AddDays(10))]);
        (await FamiliesAsync(First)).ShouldBe((0, 0, 0));
        (await FamiliesAsync(Second)).ShouldBe((2, 3, 1));
        (await FamiliesAsync(City)).ShouldBe((2, 3, 1));
    }

    private static HardshipRecognised Member(string place, DateOnly on, Guid? family) =>
        Announced.Recognised(place, on) with { Category = "zero_employment_family", FamilyId = family };

    private async Task<(long Families, long Members, long Unknown)> FamiliesAsync(string division)
    {
        var row = (await LiveAsync(ReportKind.Hardship, division, September)).Rows.Single();
        return (row.Number("zero_employment_families"), row.Number("zero_employment"), row.Number("zero_employment_unknown"));
    }
}
