using Wenye.Contracts.Events.Registration.V1;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>Random lives of people, as Registration would announce them.</summary>
internal static class EmploymentEvents
{
    private static readonly string[] Forms = ["unit", "individual_business", "welfare_post", "flexible"];
    private static readonly string[] Firms = ["91370100MA0000007J", "91370100MA0000015D", ""];

    /// <summary>Some years of a few people in the counties of a city.</summary>
    /// <param name="seed">The same lives for the same seed, but for the keys.</param>
    /// <param name="city">The first four digits.</param>
    /// <param name="people">How many.</param>
    public static List<object> Lives(int seed, string city, int people)
    {
        var random = new Random(seed);
        var events = new List<object>();
        for (var person = 0; person < people; person++)
        {
            Live(random, city, Guid.CreateVersion7(), events);
        }

        return events;
    }

    private static void Live(Random random, string city, Guid person, List<object> events)
    {
        var day = new DateOnly(2019, 6, 1).AddDays(random.Next(120));
        var unemployed = false;
        for (var step = random.Next(1, 7); step > 0; step--)
        {
            if (!unemployed && random.Next(3) == 0)
            {
                var registered = Announced.Registered($"{city}02", day) with { PersonId = person };
                events.Add(registered);
                unemployed = true;
                if (random.Next(2) == 0)
                {
                    events.Add(Announced.Cancelled(registered, day = day.AddDays(random.Next(60)), "11"));
                }
            }
            else
            {
                day = Work(random, city, person, day, unemployed, events);
                unemployed = false;
            }

            day = day.AddDays(random.Next(120));
        }
    }

    private static DateOnly Work(Random random, string city, Guid person, DateOnly day, bool unemployed, List<object> events)
    {
        var employed = Announced.Employed($"{city}0{random.Next(2, 5)}", day) with
        {
            PersonId = person,
            Urban = random.Next(6) > 0,
            Manner = Forms[random.Next(Forms.Length)],
            EmployedOn = day.AddDays(-random.Next(20)),
            EmployerCode = Firms[random.Next(Firms.Length)],
            Type = random.Next(2) == 0 ? "first" : "re_employment",
            WasRegisteredUnemployed = unemployed,
            BirthYear = random.Next(20) == 0 ? 2006 : 1985,
        };
        events.Add(employed);
        if (random.Next(2) == 0)
        {
            events.Add(Announced.Ended(employed, day = day.AddDays(random.Next(90))));
        }

        return day;
    }
}
