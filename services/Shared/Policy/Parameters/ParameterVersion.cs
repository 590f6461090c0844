using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wenye.Policy;

/// <summary>The version of a parameter set (参数版本): a hash over its meaning, not over the layout of its files.</summary>
internal static class ParameterVersion
{
    private const int HexDigits = 32;

    public static string Of(IEnumerable<ParameterSeries> series, WorkingCalendar calendar)
    {
        var text = new StringBuilder();
        foreach (var one in series.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{one.Name}|{one.Title}|{one.Unit.Name}|{one.SetByOperator}|{one.Authority}\n");
            foreach (var value in one.Values)
            {
                text.Append(CultureInfo.InvariantCulture, $" {value.Region}|{value.Days}|{value.Issued:yyyy-MM-dd}|{value.Value}|{value.Cite}|{value.Supersedes}|{value.Note}\n");
            }
        }

        text.Append(calendar.Version);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..HexDigits];
    }
}
