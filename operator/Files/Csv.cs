using Wenye.CodeTables;

namespace Wenye.Operator.Files;

/// <summary>A line of a CSV file by its header (CSV 行).</summary>
/// <param name="Line">Number of its first line in the file, from 1.</param>
/// <param name="Values">Each column's value, trimmed; a column the line is too short for is empty.</param>
internal sealed record CsvLine(long Line, IReadOnlyDictionary<string, string> Values)
{
    public string this[string column] => Values.GetValueOrDefault(column, "");
}

/// <summary>Reads CSV files (读取 CSV): RFC 4180 with a header, UTF-8 with or without a byte order mark.</summary>
internal static class Csv
{
    /// <summary>Every line by its header; empty lines are passed over.</summary>
    /// <exception cref="InvalidDataException">A quote is not closed; the message, in Chinese, names the line.</exception>
    public static IEnumerable<CsvLine> Read(TextReader text)
    {
        string[]? header = null;
        foreach (var (line, values) in Records(text))
        {
            if (header is null)
            {
                header = [.. values.Select(value => value.Trim().TrimStart('\uFEFF'))];
            }
            else if (values.Any(value => value.Length > 0))
            {
                yield return new CsvLine(line, header.Zip(values.Select(value => value.Trim())).GroupBy(pair => pair.First, StringComparer.Ordinal)
                    .ToDictionary(column => column.Key, column => column.First().Second, StringComparer.Ordinal));
            }
        }
    }

    private static IEnumerable<(long Line, IReadOnlyList<string> Values)> Records(TextReader text)
    {
        long number = 0;
        while (text.ReadLine() is { } line)
        {
            var first = ++number;
            while (line.Count(c => c == '"') % 2 == 1)
            {
                line += "\n" + (text.ReadLine() ?? throw new InvalidDataException($"第 {first} 行的引号没有配对"));
                number++;
            }

            yield return (first, CsvText.Split(line));
        }
    }
}
