namespace Wenye.CodeTables.Tests;

public sealed class SearchTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Theory]
    [InlineData("3701", "", "370100,370102")]
    [InlineData("历下", "", "370102")]
    [InlineData("", "370100", "370102")]
    [InlineData("", "370000", "370100")]
    [InlineData("青", "370100", "")]
    public void Codes_are_found_by_their_beginning_by_part_of_the_name_and_by_parent(string query, string parent, string some)
    {
        var found = CodeTableSet.Shipped.Search("AAB301", query, parent, Day).Select(entry => entry.Code).ToList();

        some.Split(',', StringSplitOptions.RemoveEmptyEntries).ShouldBeSubsetOf(found);
        found.ShouldBe(found.Order(StringComparer.Ordinal));
        found.ShouldAllBe(code => CodeTableSet.Shipped.Contains("AAB301", code, Day));
        (some.Length > 0 || found.Count == 0).ShouldBeTrue();
    }

    [Fact]
    public void Only_what_is_in_force_on_the_day_is_found()
    {
        CodeTableSet.Shipped.Search("AAB301", "371200", "", new DateOnly(2018, 10, 1)).ShouldHaveSingleItem();
        CodeTableSet.Shipped.Search("AAB301", "371200", "", Day).ShouldBeEmpty();
    }

    [Fact]
    public void Pages_meet_without_gap_or_repetition()
    {
        var all = CodeTableSet.Shipped.Search("AAB301", "37", "", Day).Select(entry => entry.Code).ToList();
        var paged = new List<string>();
        while (CodeTableSet.Shipped.Search("AAB301", "37", "", Day, paged.LastOrDefault()).Take(7).Select(entry => entry.Code).ToList() is { Count: > 0 } page)
        {
            paged.AddRange(page);
        }

        paged.ShouldBe(all);
    }
}
