using System.Globalization;

namespace Wenye.Testing;

/// <summary>What has become of a synthetic person (登记情形).</summary>
public enum SyntheticFate
{
    /// <summary>Applied, not reviewed yet (待审核).</summary>
    Applied,

    /// <summary>Registered (登记失业中).</summary>
    Live,

    /// <summary>Registered and ended (已注销).</summary>
    Ended,
}

/// <summary>The register of a province of people who do not exist (虚构失业登记台账), of any size, for seeding and for load.</summary>
/// <remarks>
/// The same number always gives the same person. Counties differ in size as counties do; names repeat: some forty people share
/// each ordinary name at two million, and one person in five hundred has the same common one.
/// </remarks>
/// <param name="counties">GB/T 2260 codes, at least one.</param>
/// <param name="today">The last day of registration.</param>
public sealed class SyntheticRegister(IReadOnlyList<string> counties, DateOnly today)
{
    /// <summary>The most people there can be.</summary>
    public const int MaxPeople = 10_000_000;

    /// <summary>Offices of each county.</summary>
    public const int OfficesPerCounty = 4;

    /// <summary>A name that one in five hundred has.</summary>
    public const string CommonName = "测常见";

    private const int Names = 50_000;
    private const int Days = 3 * 365;

    /// <summary>The county of a person: the first ones have more people than the last.</summary>
    public string Division(int person) => counties[(int)(Spread(person, 1) % (uint)counties.Count * (Spread(person, 2) % 100) / 100)];

    /// <summary>Which of the county's offices, from 0; null: none is named, as for one in five.</summary>
    public static int? Office(int person) => Spread(person, 3) % 5 is var office && office == OfficesPerCounty ? null : (int)office;

    /// <summary>Four in ten live, four ended, two still applications.</summary>
    public static SyntheticFate Fate(int person) => (Spread(person, 4) % 10) switch
    {
        < 4 => SyntheticFate.Live,
        < 8 => SyntheticFate.Ended,
        _ => SyntheticFate.Applied,
    };

    /// <summary>The day of registration, within three years; later numbers are not later people.</summary>
    public DateOnly RegisteredOn(int person) => today.AddDays(-(int)(Spread(person, 5) % Days));

    /// <summary>The day on which a registration ended, at most half a year after it began.</summary>
    public DateOnly EndedOn(int person) => RegisteredOn(person).AddDays((int)(Spread(person, 6) % 180)) is var day && day < today ? day : today;

    /// <summary>The name of a person.</summary>
    public static string Name(int person) => person % 500 == 0 ? CommonName : string.Create(CultureInfo.InvariantCulture, $"测名{person % Names}");

    /// <summary>The form of a person: valid, with the name and place as above.</summary>
    public Dictionary<string, string> Form(int person)
    {
        // Applied for before it was registered; nobody applied before 2020, when the codes came into force.
        var form = SyntheticForms.Valid(person, RegisteredOn(person), Division(person));
        form["AAC003"] = Name(person);
        return form;
    }

    // Different for each question, the same for each person.
    private static uint Spread(int person, uint question)
    {
        var mixed = ((uint)person + (question * 0x9E3779B9u)) * 0x85EBCA6Bu;
        mixed ^= mixed >> 13;
        mixed *= 0xC2B2AE35u;
        return mixed ^ (mixed >> 16);
    }
}
