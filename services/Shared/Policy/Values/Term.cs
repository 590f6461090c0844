using System.Runtime.CompilerServices;
using System.Text;

namespace Wenye.Policy;

/// <summary>Terms of an enum fact (术语): the member names in snake_case, so that <c>MaterialsIncomplete</c> is <c>materials_incomplete</c>.</summary>
/// <remarks>Built once for each type. Text facts are their own terms.</remarks>
public static class Term<T>
    where T : notnull
{
    private static readonly Dictionary<T, string> Texts = typeof(T).IsEnum
        ? Enum.GetValues(typeof(T)).Cast<T>().Distinct().ToDictionary(value => value, value => SnakeCase(value.ToString()!))
        : [];

    private static readonly Dictionary<string, T> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    // The terms in a row, where the members are numbered without gaps, as almost all are: decisions ask for terms all the time.
    private static readonly int First = typeof(T).IsEnum && Enum.GetUnderlyingType(typeof(T)) == typeof(int) && Texts.Count > 0 ? Number(Texts.Keys.First()) : 0;
    private static readonly string[] InARow = IsARow() ? [.. Texts.Values] : [];

    /// <summary>All terms (全部术语), in the order of the enum.</summary>
    public static IReadOnlyCollection<string> All => Texts.Values;

    /// <summary>The term of a value.</summary>
    public static string Text(T value) => PlaceOf(value) is >= 0 and var place ? InARow[place] : value as string ?? Texts[value];

    /// <summary>The value of a term; false when there is no such term.</summary>
    public static bool TryParse(string text, out T value)
    {
        if (text is T itself)
        {
            value = itself;
            return true;
        }

        return Values.TryGetValue(text, out value!);
    }

    /// <summary>The place of a value in <see cref="All"/>; -1 when the type is no enum, or one whose numbers have gaps.</summary>
    internal static int PlaceOf(T value)
    {
        if (!typeof(T).IsEnum || InARow.Length == 0)
        {
            return -1;
        }

        var place = Number(value) - First;
        return (uint)place < (uint)InARow.Length ? place : -1;
    }

    // Only of enums over int, which have its layout: a conversion would box.
    private static int Number(T value) => Unsafe.As<T, int>(ref value);

    private static bool IsARow() => typeof(T).IsEnum && Enum.GetUnderlyingType(typeof(T)) == typeof(int)
        && Texts.Keys.Select(Number).SequenceEqual(Enumerable.Range(First, Texts.Count));

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var wordStarts = i > 0 && (char.IsUpper(name[i]) ? !char.IsDigit(name[i - 1]) : char.IsDigit(name[i]) && !char.IsDigit(name[i - 1]));
            text.Append(wordStarts ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}

/// <summary>A set of terms that a document lists (列举项), for example the places where one may register.</summary>
public sealed class Terms<T>
    where T : notnull
{
    private readonly HashSet<T> members;

    public Terms(IEnumerable<T> members) => this.members = [.. members];

    /// <summary>Whether the list names <paramref name="member"/>.</summary>
    public bool Contains(T member) => members.Contains(member);
}
