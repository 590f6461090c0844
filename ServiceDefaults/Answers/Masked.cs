namespace Wenye.ServiceDefaults;

/// <summary>Personal data as everybody may see it (脱敏), alike in every service.</summary>
public static class Masked
{
    /// <summary>
    /// A name (脱敏姓名): its first character and two stars, however long it is: the length would help to guess it. A name of one
    /// character is hidden altogether; of an empty one there is nothing.
    /// </summary>
    public static string Name(string? name) =>
        string.IsNullOrEmpty(name) ? ""
        : name.EnumerateRunes().Skip(1).Any() ? $"{name.EnumerateRunes().First()}**"
        : "***";
}
