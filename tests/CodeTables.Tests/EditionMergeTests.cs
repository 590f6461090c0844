using Wenye.Policy;

namespace Wenye.CodeTables.Tests;

/// <summary>What a table becomes when an edition is taken over.</summary>
public sealed class EditionMergeTests
{
    private const string Table = "TEST1";
    private static readonly DateOnly Day = new(2026, 7, 1);
    private static readonly DateOnly DayBefore = new(2026, 6, 30);

    [Fact]
    public void From_a_day_on_the_edition_rules_and_before_it_the_table_stays()
    {
        var merged = Merge([Entry("1", "甲"), Entry("2", "乙"), Entry("3", "丙")], Day, Row("1", "甲"), Row("2", "新乙"), Row("4", "丁"));
        var tables = new CodeTableSet(merged.Entries);

        merged.Changes.ShouldBe([
            new CodeChange(CodeChangeKind.Renamed, "2", "新乙", "乙"),
            new CodeChange(CodeChangeKind.Ended, "3", "丙"),
            new CodeChange(CodeChangeKind.Added, "4", "丁"),
        ]);
        merged.Unchanged.ShouldBe(1);
        tables.Lookup(Table, "2", DayBefore)!.Label.ShouldBe("乙");
        tables.Lookup(Table, "2", Day)!.Label.ShouldBe("新乙");
        tables.Find(Table, "3", DayBefore).ShouldBe(CodeStatus.Known);
        tables.Find(Table, "3", Day).ShouldBe(CodeStatus.Unknown);
        tables.Find(Table, "4", DayBefore).ShouldBe(CodeStatus.Unknown);
        tables.Find(Table, "4", Day).ShouldBe(CodeStatus.Known);
    }

    [Fact]
    public void A_code_that_goes_on_stays_one_entry_and_keeps_where_it_came_from()
    {
        var merged = Merge([Entry("1", "甲", from: new DateOnly(2020, 1, 1))], Day, Row("1", "甲"));

        merged.Entries.ShouldBe([Entry("1", "甲", from: new DateOnly(2020, 1, 1))]);
    }

    [Fact]
    public void Without_a_day_the_edition_has_always_ruled()
    {
        var merged = Merge([Entry("1", "甲"), Entry("2", "乙", to: DayBefore)], from: null, Row("1", "甲"), Row("3", "丙"));

        merged.Entries.Select(entry => (entry.Code, entry.ValidFrom, entry.ValidTo, entry.Source))
            .ShouldBe([("1", null, null, "new"), ("3", null, null, "new")]);
        merged.Changes.Select(change => (change.Kind, change.Code)).ShouldBe([(CodeChangeKind.Ended, "2"), (CodeChangeKind.Added, "3")]);
    }

    [Fact]
    public void An_ended_code_that_comes_back_is_added_and_its_pause_stays()
    {
        var merged = Merge([Entry("1", "甲", to: new DateOnly(2020, 12, 31))], Day, Row("1", "甲"));
        var tables = new CodeTableSet(merged.Entries);

        merged.Changes.ShouldHaveSingleItem().Kind.ShouldBe(CodeChangeKind.Added);
        tables.Find(Table, "1", new DateOnly(2020, 12, 31)).ShouldBe(CodeStatus.Known);
        tables.Find(Table, "1", DayBefore).ShouldBe(CodeStatus.Unknown);
        tables.Find(Table, "1", Day).ShouldBe(CodeStatus.Known);
    }

    [Fact]
    public void An_edition_for_an_earlier_day_replaces_later_ones()
    {
        var first = Merge([Entry("1", "甲")], new DateOnly(2027, 1, 1), Row("2", "乙"));

        var corrected = Merge(first.Entries, Day, Row("1", "甲"), Row("2", "乙"));

        corrected.Entries.ShouldBe([Entry("1", "甲"), new CodeEntry(Table, "2", "乙", Day, null, "new")]);
    }

    [Fact]
    public void Rows_with_days_of_their_own_are_cut_to_the_edition()
    {
        var merged = Merge(
            [], Day, Row("1", "甲") with { ValidFrom = new DateOnly(2020, 1, 1) }, Row("2", "乙") with { ValidTo = DayBefore },
            Row("3", "丙") with { ValidFrom = new DateOnly(2027, 1, 1), ValidTo = new DateOnly(2028, 1, 1) });

        merged.Entries.Select(entry => (entry.Code, entry.ValidFrom, entry.ValidTo))
            .ShouldBe([("1", Day, null), ("3", new DateOnly(2027, 1, 1), new DateOnly(2028, 1, 1))]);
    }

    [Fact]
    public void Taking_an_edition_over_twice_changes_nothing()
    {
        EditionRow[] rows = [Row("1", "甲"), Row("2", "乙")];
        var once = Merge([Entry("3", "丙")], Day, rows);

        var twice = Merge(once.Entries, Day, rows);

        twice.Entries.ShouldBe(once.Entries);
        twice.Changes.ShouldBeEmpty();
        twice.Unchanged.ShouldBe(2);
    }

    [Theory]
    [InlineData("ACA111", "2", "", true)]
    [InlineData("ACA111", "20202", "202", true)]
    [InlineData("ACA111", "2020201", "20202", false)]
    [InlineData("AAC200", "010", "", true)]
    [InlineData("AAC200", "011", "010", false)]
    [InlineData("GBT4754", "A", "", false)]
    [InlineData("AAB301", "370000", "", false)]
    public void A_heading_is_in_its_table_but_no_field_may_hold_it(string table, string code, string parent, bool heading)
    {
        var merged = EditionMerge.Merge([], new EditionText(table, "new", null, [new EditionRow(2, code, "名称", parent)]));
        var tables = new CodeTableSet(merged.Entries);

        tables.Find(table, code, Day).ShouldBe(heading ? CodeStatus.Unknown : CodeStatus.Known);
        tables.Lookup(table, code, Day)!.Heading.ShouldBe(heading);
    }

    private static MergedTable Merge(IEnumerable<CodeEntry> before, DateOnly? from, params EditionRow[] rows) =>
        EditionMerge.Merge(before, new EditionText(Table, "new", from, rows));

    private static CodeEntry Entry(string code, string label, DateOnly? from = null, DateOnly? to = null) => new(Table, code, label, from, to, "old");

    private static EditionRow Row(string code, string label) => new(2, code, label);
}
