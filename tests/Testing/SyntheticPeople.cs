using System.Globalization;

namespace Wenye.Testing;

/// <summary>A person who does not exist (虚构人员).</summary>
/// <remarks>The resident id has 18 characters with a valid check digit (GB 11643), the phone 11 digits of the mobile form.</remarks>
public sealed record SyntheticPerson(string Name, string ResidentId, DateOnly BirthDate, bool IsFemale, string Phone);

/// <summary>People for tests: the same index always gives the same person, different indexes different ids.</summary>
public static class SyntheticPeople
{
    private static readonly string[] Divisions = ["370102", "370103", "370104", "370202", "370303", "370602"];
    private static readonly string[] Surnames = ["测甲", "测乙", "测丙", "测丁", "测戊", "测己"];

    /// <summary>The person of an index from 0 to 9,999,999: of working age in 2020, born from 1965 to 1999.</summary>
    public static SyntheticPerson Person(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, 9_999_999);
        // Every 998 indexes the serial number is used up and the day of birth moves on; 37 spreads neighbours over years.
        var serial = 1 + (index % 998);
        var day = index / 998 * 37 % 12_783;
        var birthDate = new DateOnly(1965, 1, 1).AddDays(day);
        var residentId = ResidentId(Divisions[index % Divisions.Length], birthDate, serial);
        var phone = string.Create(CultureInfo.InvariantCulture, $"1990{index:0000000}");
        return new($"{Surnames[index % Surnames.Length]}{index}", residentId, birthDate, serial % 2 == 0, phone);
    }

    /// <summary>A resident id (公民身份号码) of a division, birth date and serial number from 1 to 999 (even: female).</summary>
    public static string ResidentId(string division, DateOnly birthDate, int serial)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"{division}{birthDate:yyyyMMdd}{serial:000}");
        return body + Policy.ResidentId.CheckCharacter(body);
    }
}
