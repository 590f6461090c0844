namespace Wenye.ServiceDefaults;

/// <summary>Personal data as everybody may see it (脱敏), alike in every service.</summary>
public static class Masked
{
    private const int Shown = 4;
    private const int LeastHidden = 4;

    /// <summary>
    /// A name (脱敏姓名): its first character and two stars, however long it is: the length would help to guess it. A name of one
    /// character is hidden altogether; of an empty one there is nothing.
    /// </summary>
    public static string Name(string? name) =>
        string.IsNullOrEmpty(name) ? ""
        : name.EnumerateRunes().Skip(1).Any() ? $"{name.EnumerateRunes().First()}**"
        : "***";

    /// <summary>A resident id (脱敏证件号): the first three and last four characters.</summary>
    public static string Id(string number) =>
        number.Length < 15 ? "***" : string.Concat(number.AsSpan(0, 3), new string('*', number.Length - 7), number.AsSpan(number.Length - 4));

    /// <summary>An account (脱敏账号): the last four characters tell two apart; what is too short for that is hidden altogether.</summary>
    public static string Account(string? account) =>
        account is not { Length: > 0 } ? ""
        : account.Length < Shown + LeastHidden ? "***"
        : new string('*', account.Length - Shown) + account[^Shown..];
}
