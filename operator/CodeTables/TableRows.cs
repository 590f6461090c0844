using System.Globalization;
using Wenye.Contracts.Registration.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.CodeTables;

/// <summary>Reads a table's rows from a file (读取代码行): columns code and name; parent, valid_from, valid_to, heading where there are.</summary>
/// <remarks>
/// Days are written yyyy-MM-dd. Plain years are those of yearly lists of 31 December: valid_from is the first year whose list
/// has the row, valid_to the first whose list has it no longer. A code then holds from the day after the last list without
/// it to the day before the first list without it again, as docs/decisions/0011-code-tables.md says of editions; where only
/// its name changed the earlier row ends before the later begins. What the first list has, has no known beginning.
/// </remarks>
internal static class TableRows
{
    /// <exception cref="InvalidDataException">The file is no table, or a day is none; the message is Chinese.</exception>
    public static IReadOnlyList<CodeRow> Read(TextReader text)
    {
        var lines = Csv.Read(text).ToList();
        if (lines.Count == 0 || !lines[0].Values.ContainsKey("code") || !lines[0].Values.ContainsKey("name"))
        {
            throw new InvalidDataException("文件应有表头，至少有 code、name 两列，并有代码");
        }

        var firstYear = lines.Min(line => Year(line["valid_from"]) ?? int.MaxValue);
        var rows = lines.Select(line => Row(line, firstYear)).ToList();
        EndBeforeTheNextBegins(lines, rows);
        return rows;
    }

    private static CodeRow Row(CsvLine line, int firstYear)
    {
        var from = Year(line["valid_from"]) is { } first
            ? first == firstYear ? null : (DateOnly?)new DateOnly(first, 1, 1)
            : Day(line, "valid_from");
        var to = Year(line["valid_to"]) is { } dropped ? new DateOnly(dropped, 12, 30) : Day(line, "valid_to");
        return new CodeRow
        {
            Line = line.Line,
            Code = line["code"],
            Label = line["name"],
            Parent = line["parent"],
            ValidFrom = from is { } begin ? Days.Of(begin) : null,
            ValidTo = to is { } end ? Days.Of(end) : null,
            Heading = line["heading"] is "1" or "true",
        };
    }

    private static void EndBeforeTheNextBegins(List<CsvLine> lines, List<CodeRow> rows)
    {
        var byCode = rows.Zip(lines).Where(pair => Year(pair.Second["valid_from"]) is not null)
            .GroupBy(pair => pair.First.Code, StringComparer.Ordinal).Where(code => code.Skip(1).Any());
        foreach (var code in byCode)
        {
            var inOrder = code.OrderBy(pair => Year(pair.Second["valid_from"])).ToArray();
            for (var i = 1; i < inOrder.Length; i++)
            {
                var (earlier, later) = (inOrder[i - 1], inOrder[i]);
                if (Year(earlier.Second["valid_to"]) == Year(later.Second["valid_from"]))
                {
                    earlier.First.ValidTo = Days.Of(new DateOnly(Year(later.Second["valid_from"])!.Value - 1, 12, 31));
                }
            }
        }
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 1 ? year : null;

    private static DateOnly? Day(CsvLine line, string column) => line[column] switch
    {
        "" => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => throw new InvalidDataException($"第 {line.Line} 行 {column} 应为 yyyy-MM-dd 格式的日期，或 12 月 31 日名单的年份"),
    };
}
