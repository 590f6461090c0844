using System.Globalization;

namespace Wenye.Tables;

/// <summary>Names of sheets (工作表名): 1 to 31 characters without <c>[]:*?/\</c>, not beginning or ending with an apostrophe, no two alike.</summary>
internal static class SheetNames
{
    private const int Longest = 31;
    private const string Refused = "[]:*?/\\";

    /// <summary>As many names as there are sheets: the title, further ones with a number behind.</summary>
    public static IReadOnlyList<string> Of(string title, int sheets)
    {
        var allowed = string.Concat(title.Select(c => char.IsControl(c) || char.IsSurrogate(c) || Refused.Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim('\'', ' ');
        return [.. Enumerable.Range(1, sheets).Select(number => Named(allowed.Length > 0 ? allowed : "_", number))];
    }

    private static string Named(string title, int number)
    {
        var behind = number == 1 ? "" : $"_{number.ToString(CultureInfo.InvariantCulture)}";
        return title[..Math.Min(title.Length, Longest - behind.Length)].TrimEnd('\'', ' ') + behind;
    }
}
