using System.Globalization;

namespace Wenye.Testing;

/// <summary>Valid unemployment applications (失业登记申请) of people who do not exist, for tests, demos and load.</summary>
/// <remarks>
/// The same seed gives the same form; seeds from 0 to 9,999,999 give different people and application numbers. Optional
/// fields come and go. Codes are of tables that are shipped and in force since 2020.
/// </remarks>
public static class SyntheticForms
{
    private static readonly string[] NameEndings = ["", "·买", "𠮷"]; // the last is outside the basic plane, as rare names are
    private static readonly string[] Divisions = ["370102", "370103", "370104", "370112", "370202", "371502", "370685", "210302", "130102"];
    private static readonly string[] Streets = ["试验街道", "样例镇", "测试路"];
    private static readonly string[] Reasons = ["10", "20", "21", "22", "23", "24", "31", "32", "33", "40", "50", "60", "70", "90"];
    private static readonly string[] Education = ["10", "11", "14", "20", "30", "40", "41", "44", "47", "60", "70", "71", "81", "90"];
    private static readonly string[] TitleLevels = ["410", "411", "412", "420", "430", "434", "435", "499"];

    /// <summary>A valid form of 40 fields, absent optional fields left out, applied for on or before <paramref name="today"/>.</summary>
    /// <param name="seed">Chooses the form.</param>
    /// <param name="today">The day on which it must be valid, in 2020 or later.</param>
    /// <param name="division">Where it is registered (GB/T 2260); null: anywhere.</param>
    public static Dictionary<string, string> Valid(int seed, DateOnly today, string? division = null)
    {
        var random = new Random(seed);
        var person = SyntheticPeople.Person((int)((uint)seed % 10_000_000));
        division ??= Pick(random, Divisions);
        var applied = today.AddDays(-random.Next(0, 5));
        var form = new Dictionary<string, string>
        {
            ["ADC201"] = division + Day(applied) + Number((int)((uint)seed % 10_000_000), 8) + Convert.ToHexString(Bytes(random, 7)),
            ["AAB301"] = division,
            ["AAE127"] = Day(applied),
            ["AAC003"] = person.Name + Pick(random, NameEndings),
            ["AAC004"] = person.IsFemale ? "2" : "1",
            ["AAC005"] = random.Next(10) == 0 ? "99" : Number(random.Next(1, 57), 2),
            ["AAC011"] = Pick(random, Education),
            ["AAC033"] = Pick(random, ["1", "2", "3", "6"]),
            ["AJC090"] = Day(applied.AddDays(-random.Next(0, 400))),
            ["AAC058"] = "01",
            ["AAC044"] = person.ResidentId,
            ["AAB299"] = Pick(random, Divisions),
            ["AAC010"] = Pick(random, Streets) + random.Next(1, 400) + "号",
            ["AAF016"] = division,
            ["AAC046"] = Pick(random, Streets) + random.Next(1, 400) + "号",
            ["AAC067"] = person.Phone,
            ["ADC221"] = Pick(random, ["1", "2"]),
            ["AJC093"] = Pick(random, Reasons),
            ["ADC222"] = Pick(random, ["1", "2"]),
        };
        if (form["AAC033"] == "6" || random.Next(20) == 0)
        {
            form["ALA040"] = Number(random.Next(1, 12), 2);
        }

        AddOptional(random, form, person.ResidentId);
        return form;
    }

    private static void AddOptional(Random random, Dictionary<string, string> form, string residentId)
    {
        void Sometimes(string code, string text)
        {
            if (random.Next(2) == 0)
            {
                form[code] = text;
            }
        }

        Sometimes("AAC002", random.Next(5) switch { 0 => residentId[..6] + residentId[8..17], 1 => "H0000000000001", _ => residentId });
        Sometimes("AAC024", Number(random.Next(1, 14), 2));
        Sometimes("AAC015", Number(random.Next(1, 6), 1));
        Sometimes("ACA202", Number(random.Next(1, 6), 1));
        Sometimes("ACA203", Number(random.Next(1, 6), 1));
        Sometimes("AAC014", Pick(random, TitleLevels));
        Sometimes("ACA206", Pick(random, TitleLevels));
        Sometimes("ACA207", Pick(random, TitleLevels));
        Sometimes("AAE005", Pick(random, ["0531-88888888", "010-88888888-123", "0532-7777777", ""]));
        Sometimes("AAE159", "synthetic@example.invalid");
        Sometimes("AAE461", "微信synthetic");
        Sometimes("ACA112", Pick(random, ["保洁", "保安|驾驶员", "电工|焊工|钳工"]));
        Sometimes("AAE815", "合成数据");
        if (form["AJC093"] == "90")
        {
            Sometimes("ADC220", "合成的其他原因");
        }
    }

    private static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Number(int value, int digits) =>
        value.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')[^digits..];

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
