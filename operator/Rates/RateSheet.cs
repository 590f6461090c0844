using System.Globalization;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Files;

namespace Wenye.Operator.Rates;

/// <summary>Publications of the loan prime rates as a CSV file with Chinese headers (LPR公布值表), rates in percent as they are published.</summary>
/// <remarks>What cannot be read goes out as what no field may hold, so that the service names the field.</remarks>
internal static class RateSheet
{
    private const decimal Percent = 100;

    private static readonly string[] Headers = ["公布日期", "一年期（%）", "五年期以上（%）"];

    /// <summary>Every line as a row, with its line in the file.</summary>
    /// <exception cref="UsageException">There is no line, or a column is missing.</exception>
    public static IReadOnlyList<(long Line, PublishedRates Row)> Read(TextReader text)
    {
        var lines = Csv.Read(text).ToList();
        if (lines.Count == 0)
        {
            throw new UsageException("文件没有数据行");
        }

        return Headers.Where(header => !lines[0].Values.ContainsKey(header)).ToList() is { Count: > 0 } missing
            ? throw new UsageException($"缺少列：{string.Join('、', missing)}")
            : [.. lines.Select(line => (line.Line, new PublishedRates { PublishedOn = DayOf(line[Headers[0]]), OneYear = RateOf(line[Headers[1]]), FiveYears = RateOf(line[Headers[2]]) }))];
    }

    private static Date DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date { Year = day.Year, Month = day.Month, Day = day.Day }
            : new Date();

    private static string RateOf(string percent) =>
        decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate)
            ? (rate / Percent).ToString(CultureInfo.InvariantCulture)
            : "";
}
