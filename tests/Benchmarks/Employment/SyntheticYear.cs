using System.Buffers.Binary;
using System.Globalization;
using Wenye.CodeTables;
using Wenye.Contracts.Events.Registration.V1;
using Wenye.Policy;

namespace Wenye.Benchmarks.Employment;

/// <summary>A year of employments in a province of people who do not exist (虚构就业年度): four registered to one ended, in order of time.</summary>
/// <remarks>The same number always gives the same event. Two jobs in five are of somebody who had one before, so that some are of one year and one person.</remarks>
/// <param name="jobs">Employments over which the year is spread; a number beyond them falls into the year again.</param>
internal sealed class SyntheticYear(int jobs)
{
    /// <summary>Of five events the last is an end.</summary>
    public const int EventsOfAGroup = 5;

    public const string Province = "370000";

    private const int JobsOfAGroup = EventsOfAGroup - 1;
    private const int DaysOfTheYear = 365;

    // 95号: the year of figures 2021 begins on 21 December.
    private static readonly DateOnly FirstDay = new(2020, 12, 21);
    private static readonly string[] Counties = CountiesOfTheProvince();

    /// <summary>An event: EmploymentRegistered or EmploymentEnded.</summary>
    public object Event(int number) => number % EventsOfAGroup < JobsOfAGroup ? Job(JobOf(number)) : End(JobOf(number));

    /// <summary>Whether an event is an end.</summary>
    public static bool IsEnd(int number) => number % EventsOfAGroup == JobsOfAGroup;

    /// <summary>The job that an event is of; the end that of one of the four before it.</summary>
    public static int JobOf(int number) => (number / EventsOfAGroup * JobsOfAGroup)
        + (IsEnd(number) ? (int)(Mix(number, 1) % JobsOfAGroup) : number % EventsOfAGroup);

    /// <summary>Number of the person whose job it is: their own first one, or a later one of somebody before.</summary>
    public static int PersonOf(int job) => Mix(job, 2) % 100 < 62 ? job : (int)(Mix(job, 3) % (uint)(job + 1));

    public EmploymentRegistered Job(int job)
    {
        var (form, again) = (FormOf(job), Mix(job, 4) % 100 < 35);
        var first = EmployedOn(job);
        return new()
        {
            EmploymentId = InOrder(job),
            PersonId = Key(PersonOf(job)),
            Division = CountyOf(job),
            Urban = Mix(job, 5) % 100 < 92,
            Type = again ? "re_employment" : "first",
            Manner = form,
            EmployedOn = first,
            Basis = form == "unit" ? "social_insurance" : "employment_registration",
            RegisteredOn = first.AddDays((int)(Mix(job, 6) % 15)),
            EmployerCode = form == "unit" ? string.Create(CultureInfo.InvariantCulture, $"91370000MA{Mix(job, 7) % 50_000:00000000}") : "",
            Sector = "tertiary",
            Industry = "6110",
            WasRegisteredUnemployed = WasUnemployed(job),
            WasInHardship = form == "welfare_post",
            Sex = Mix(job, 8) % 2 == 0 ? "1" : "2",
            BirthYear = Mix(job, 9) % 400 == 0 ? 2007 : 1962 + (int)(Mix(job, 9) % 42),
        };
    }

    public EmploymentEnded End(int job)
    {
        var of = Job(job);
        var ended = of.EmployedOn.AddDays(5 + (int)(Mix(job, 10) % 200));
        return new()
        {
            EmploymentId = of.EmploymentId,
            PersonId = of.PersonId,
            Division = of.Division,
            Manner = of.Manner,
            EndedOn = ended,
            RegisteredOn = ended.AddDays((int)(Mix(job, 11) % 5)),
            ReasonCode = "31",
        };
    }

    /// <summary>Whether the person was registered as unemployed when the job began (登记失业人员).</summary>
    public static bool WasUnemployed(int job) => Mix(job, 4) % 100 < 28;

    /// <summary>The report period of a day: from the 21st on it is next month's.</summary>
    public static string PeriodOf(DateOnly day) => YearMonth.Of(day).AddMonths(day.Day >= 21 ? 1 : 0).ToString();

    /// <summary>Key of a person: in no order, as people of all ages take jobs.</summary>
    public static Guid Key(int person)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Mix(person, 20));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Mix(person, 21));
        return new(bytes, bigEndian: true);
    }

    /// <summary>A number that looks like chance, the same for the same two numbers (SplitMix64).</summary>
    public static ulong Mix(int number, int salt)
    {
        var mixed = ((ulong)(uint)number << 8) + (uint)salt + 1;
        mixed *= 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    // As Guid.CreateVersion7 gives them: later ones are greater.
    private static Guid InOrder(int job)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (0x0190_0000_0000L + job) << 16);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Mix(job, 22));
        return new(bytes, bigEndian: true);
    }

    private DateOnly EmployedOn(int job) => FirstDay.AddDays((int)((long)(job % jobs) * DaysOfTheYear / jobs));

    // The first counties have more people than the last.
    private static string CountyOf(int job) => Counties[(int)(Mix(job, 12) % (uint)Counties.Length * (40 + (Mix(job, 13) % 61)) / 101)];

    private static string FormOf(int job) => (Mix(job, 14) % 100) switch
    {
        < 70 => "unit",
        < 82 => "individual_business",
        < 85 => "welfare_post",
        _ => "flexible",
    };

    private static string[] CountiesOfTheProvince() =>
    [
        .. CodeTableSet.Shipped.Entries("AAB301").Where(entry => entry.IsValidOn(FirstDay) && entry.Code.StartsWith("37", StringComparison.Ordinal))
            .Select(entry => entry.Code).Where(code => Division.TryParse(code, out var division) && division.Level == DivisionLevel.District).Order(StringComparer.Ordinal),
    ];
}
