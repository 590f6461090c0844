using System.Buffers;
using System.Globalization;
using System.Text;

namespace Wenye.Registration.Domain.Applications;

/// <summary>Reads the text of a field (指标文本).</summary>
internal static class FormText
{
    private static readonly SearchValues<char> DecimalDigits = SearchValues.Create("0123456789");

    /// <summary>Half-width digits only; full-width digits are not digits of any ministry code.</summary>
    public static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(DecimalDigits);

    /// <summary>Length in Unicode code points: a rare character of a name outside the basic plane counts once.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        foreach (var c in text)
        {
            length -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return length;
    }

    /// <summary>A day written YYYYMMDD that exists.</summary>
    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && IsDigits(text);

    /// <summary>A month written YYYYMM, read as its first day, or a day written YYYYMMDD.</summary>
    public static bool TryMonth(string text, out DateOnly from) => TryDay(text.Length == 6 ? text + "01" : text, out from);

    /// <summary>Whether every character can be shown on one line and stands for itself.</summary>
    /// <remarks>
    /// Refused: control characters and line breaks, characters that reorder their neighbours, half a surrogate pair,
    /// U+FFFD, which says that something was lost on the way, and code points that are no characters.
    /// </remarks>
    public static bool IsPrintable(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var consumed) != OperationStatus.Done || !IsPrintable(rune))
            {
                return false;
            }

            rest = rest[consumed..];
        }

        return true;
    }

    private static bool IsPrintable(Rune rune) => rune.Value switch
    {
        >= 0x20 and < 0x7F => true,
        >= 0x4E00 and <= 0x9FFF => true,
        0x2028 or 0x2029 or 0xFEFF or 0xFFFD => false,
        >= 0x202A and <= 0x202E => false,
        >= 0x2066 and <= 0x2069 => false,
        >= 0xFDD0 and <= 0xFDEF => false,
        var value => (value & 0xFFFE) != 0xFFFE && !Rune.IsControl(rune),
    };
}
