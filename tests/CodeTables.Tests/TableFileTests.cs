using Wenye.Operator.CodeTables;

namespace Wenye.CodeTables.Tests;

/// <summary>Files as ./platform codetables import finds them in a folder.</summary>
public sealed class TableFileTests
{
    [Theory]
    [InlineData("03_occupations_2022.csv", "ACA111")]
    [InlineData("02_gbt8561_2001_prof_title.csv", "AAC200")]
    [InlineData("02_gbt12407_prof_title_level_seed.csv", "AAC014")]
    [InlineData("04_gbt4754_2017_industry.csv", "GBT4754")]
    [InlineData("01_gbt2260_history_1981_2024.csv", "AAB301")]
    [InlineData("01_gbt2260_2024.csv", "AAB301")]
    [InlineData("02_AAC024_political_gbt4762.csv", "AAC024")]
    [InlineData("02_AJC00A_deregistration_reason_seed.csv", "AJC00A")]
    [InlineData("AAC033.csv", "AAC033")]
    [InlineData("02_ADC222_claims_benefit_seed.csv", "ADC222")]
    [InlineData("05_sme_300_2011.csv", null)]
    [InlineData("05_stat_213_2017.csv", null)]
    [InlineData("06_cn_workday_calendar_2019_2026.csv", null)]
    [InlineData("07_lpr.csv", null)]
    [InlineData("08_minimum_wage_tiers.csv", null)]
    [InlineData("09_retirement_delay_by_birth_month.csv", null)]
    [InlineData("10_check_digit_vectors.csv", null)]
    [InlineData("01_stat_functional_zones_37_21_13.csv", null)]
    [InlineData("01_towns_37_21_13.csv", null)]
    [InlineData("01_gbt2260_changes_2025_2026_unverified.csv", null)]
    [InlineData("02_gbt2261_3_health_2digit.csv", null)]
    [InlineData("notes.csv", null)]
    public void A_file_is_recognised_by_its_name_and_otherwise_left_out_with_a_reason(string file, string? table)
    {
        var recognised = TableFile.Of(file);

        recognised.Table.ShouldBe(table);
        recognised.Why.ShouldNotBeEmpty();
    }

    [Fact]
    public void Of_several_files_of_a_table_the_most_complete_is_taken()
    {
        var files = new[] { "01_gbt2260_2020.csv", "01_gbt2260_2024.csv", "01_gbt2260_gb2007_edition.csv" }.Select(TableFile.Of).ToList();

        Taken(files).ShouldBe(["01_gbt2260_2024.csv"]);
        Taken([.. files, TableFile.Of("01_gbt2260_history_1981_2024.csv")]).ShouldBe(["01_gbt2260_history_1981_2024.csv"]);
    }

    [Fact]
    public void Years_of_yearly_lists_become_days()
    {
        var rows = Rows("code,name,valid_from,valid_to\n1,甲,1981,1992\n1,新甲,1992,\n2,乙,1990,1995\n3,丙,1990,1995\n3,丙,1997,\n4,丁,2020-05-01,2020-06-30\n");

        rows.Select(row => $"{row.Code} {Days.Span(row.ValidFrom, row.ValidTo)}").ShouldBe([
            "1 ～1991-12-31", // only the name changed: one ends where the other begins; the first list has no known beginning
            "1 1992-01-01～",
            "2 1990-01-01～1995-12-30",
            "3 1990-01-01～1995-12-30",
            "3 1997-01-01～",
            "4 2020-05-01～2020-06-30",
        ]);
    }

    [Fact]
    public void Quotes_commas_marks_and_short_lines_are_read()
    {
        var rows = Rows("\uFEFFcode,name,parent\n1,\"甲,\"\"乙\"\"\",\n\n2,丙\n");

        rows.Select(row => (row.Line, row.Code, row.Label, row.Parent)).ShouldBe([(2, "1", "甲,\"乙\"", ""), (4, "2", "丙", "")]);
    }

    [Theory]
    [InlineData("date,kind\n2020-01-01,holiday\n")]
    [InlineData("code,name\n")]
    [InlineData("code,name,valid_from\n1,甲,20200101\n")]
    [InlineData("code,name\n1,\"甲\n")]
    public void A_file_that_is_no_table_is_refused(string text) => Should.Throw<InvalidDataException>(() => Rows(text));

    private static IReadOnlyList<Contracts.Registration.V1.CodeRow> Rows(string text) => TableRows.Read(new StringReader(text));

    private static IEnumerable<string> Taken(IReadOnlyList<TableFile> files) =>
        ImportPlan.Of(files, new Dictionary<string, Contracts.Registration.V1.CodeTable>(), only: null, everything: false)
            .Where(plan => plan.LeftOut is null).Select(plan => plan.File.Path);
}
