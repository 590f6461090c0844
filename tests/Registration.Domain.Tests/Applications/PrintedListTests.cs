using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

/// <summary>The tables of rules are the printed ones, row by row.</summary>
public sealed class PrintedListTests
{
    private static readonly (FieldTable Table, string Printed, string File)[] Lists =
    [
        (FieldRules.Application, PrintedLists.Application, "application-fields.csv"),
        (FieldRules.ReviewResult, PrintedLists.ReviewResult, "review-result-fields.csv"),
        (FieldRules.Deregistration, PrintedLists.Deregistration, "deregistration-fields.csv"),
    ];

    [Theory]
    [InlineData(0, 40)]
    [InlineData(1, 46)]
    [InlineData(2, 11)]
    public void A_table_is_the_printed_list(int list, int rows)
    {
        var (table, printed, _) = Lists[list];
        var lines = printed.Split('\n', StringSplitOptions.TrimEntries);

        table.Rows.Select(Line).ShouldBe(lines);
        lines.Length.ShouldBe(rows);
        table.Rows.Select(row => row.Code).ShouldBeUnique();
    }

    /// <summary>Where the project's lists of fields lie beside the repository, they say the same.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_print_kept_here_is_the_projects(int list)
    {
        var (_, printed, name) = Lists[list];
        var file = RepositoryRoot.Shared("interface", name);
        var lines = File.Exists(file) ? File.ReadLines(file).Skip(1).Select(FromCsv) : printed.Split('\n', StringSplitOptions.TrimEntries);

        lines.ShouldBe(printed.Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void An_application_made_here_differs_in_its_number_alone()
    {
        FieldRules.LocalApplication.Rows.Skip(1).ShouldBe(FieldRules.Application.Rows.Skip(1));
        FieldRules.LocalApplication.Rows[0].Code.ShouldBe("ADC201");
    }

    // Addresses have no type in print and AAE036 no length; we hold them as C and as the eight digits of its format.
    private static string Line(FieldRule row)
    {
        var format = row.Format;
        var type = row.Code == "AAC010" ? "-" : format.Type.ToString();
        var length = row.Code == "AAE036" ? "" : $"{format.Length}";
        return $"{row.Code} {row.Name}{(row.Presence == Presence.Required ? "" : "?")} {type}{length}{(format.Table is null ? "" : " Y")}";
    }

    private static string FromCsv(string line)
    {
        var columns = line.Split(',');
        var type = columns[4].Length == 0 ? "-" : columns[4];
        return $"{columns[2]} {columns[1]}{(columns[3] == "required" ? "" : "?")} {type}{columns[5]}{(columns[6] == "Y" ? " Y" : "")}";
    }
}
