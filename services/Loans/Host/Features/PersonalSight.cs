using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features;

/// <summary>Personal data and accounts as a caller may see them (个人信息可见范围).</summary>
internal static class PersonalSight
{
    private const int Shown = 4;
    private const int LeastHidden = 4;

    /// <summary>Whether the caller keeps or reviews loans (贷款经办或复核): they see the people of their division in full.</summary>
    public static bool HandlesLoans(this Caller caller) => caller.Roles.Contains(Roles.Loans) || caller.Roles.Contains(Roles.LoansReviewer);

    /// <summary>A resident id as everybody may see it (脱敏证件号): the first three and last four characters.</summary>
    public static string MaskedId(string number) =>
        number.Length < 15 ? "***" : string.Concat(number.AsSpan(0, 3), new string('*', number.Length - 7), number.AsSpan(number.Length - 4));

    /// <summary>An account (脱敏账号): the last four characters tell two apart; what is too short for that is hidden altogether.</summary>
    public static string MaskedAccount(string? account) =>
        account is not { Length: > 0 } ? ""
        : account.Length < Shown + LeastHidden ? "***"
        : new string('*', account.Length - Shown) + account[^Shown..];
}
