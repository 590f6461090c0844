using System.Globalization;

namespace Wenye.CodeTables;

/// <summary>Reads code tables from CSV text (代码表文件).</summary>
/// <remarks>RFC 4180 without line breaks inside a value; the header is <c>table,code,label,valid_from,valid_to,source</c>.</remarks>
public static class CodeTableFile
{
    private const string Header = "table,code,label,valid_from,valid_to,source";

    /// <summary>Reads every entry (读取代码项).</summary>
    /// <exception cref="InvalidDataException">The header or a line is not as above; the message names the line.</exception>
    public static IEnumerable<CodeEntry> Read(TextReader text)
    {
        if (text.ReadLine() != Header)
        {
            throw new InvalidDataException($"Line 1: the header must be {Header}.");
        }

        for (var number = 2; text.ReadLine() is { } line; number++)
        {
            yield return Parse(line, number);
        }
    }

    private static CodeEntry Parse(string line, int number)
    {
        var values = CsvText.Split(line);
        if (values.Count != 6 || values[0].Length == 0 || values[1].Length == 0 || values[2].Length == 0)
        {
            throw new InvalidDataException($"Line {number}: six values, of which table, code and label must be given.");
        }

        return new CodeEntry(values[0], values[1], values[2], Day(values[3], number), Day(values[4], number), values[5]);
    }

    private static DateOnly? Day(string value, int number)
    {
        if (value.Length == 0)
        {
            return null;
        }

        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException($"Line {number}: a day is written yyyy-MM-dd.");
    }
}
