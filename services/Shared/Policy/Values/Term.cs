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

    /// <summary>All terms (全部术语), in the order of the enum.</summary>
    public static IReadOnlyCollection<string> All => Texts.Values;

    /// <summary>The term of a value.</summary>
    public static string Text(T value) => value as string ?? Texts[value];

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
