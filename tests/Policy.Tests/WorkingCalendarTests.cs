using FsCheck.Fluent;

namespace Wenye.Policy.Tests;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.StateCouncil;

    [Theory]
    [InlineData("2020-01-19", true)]
    [InlineData("2020-01-31", false)]
    [InlineData("2020-02-02", false)]
    [InlineData("2020-02-03", true)]
    [InlineData("2020-10-08", false)]
    [InlineData("2020-10-10", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void Holidays_rest_and_make_up_days_work(string day, bool worked) => Calendar.IsWorkingDay(DateOnly.Parse(day)).ShouldBe(worked);

    [Fact]
    public void The_first_day_does_not_count_and_zero_days_are_the_day_itself()
    {
        Calendar.AddWorkingDays(new(2020, 4, 13), 7).ShouldBe(new DateOnly(2020, 4, 22));
        Calendar.AddWorkingDays(new(2020, 10, 1), 0).ShouldBe(new DateOnly(2020, 10, 1));
        Calendar.AddWorkingDays(new(2020, 10, 1), 1).ShouldBe(new DateOnly(2020, 10, 9));
        Should.Throw<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(2020, 10, 1), -1));
    }

    [Fact]
    public void Beyond_the_published_years_is_an_error()
    {
        Should.Throw<CalendarNotPublishedException>(() => Calendar.AddWorkingDays(new(2026, 12, 30), 3)).Day.Year.ShouldBe(2027);
        Should.Throw<CalendarNotPublishedException>(() => Calendar.IsWorkingDay(new(2018, 12, 31))).Message.ShouldContain("2018年");
        Calendar.Due(Fact.Known("from", new DateOnly(2026, 12, 30)), 3).Name.ShouldBe("working_calendar_2027");
        Calendar.Due(Fact.Unproven<DateOnly>("from"), 3).Name.ShouldBe("from");
    }

    [Fact]
    public void Adding_and_counting_are_inverse_and_the_result_is_the_first_such_working_day() =>
        Properties.Hold(
            from day in Properties.Days
            from count in Gen.Choose(1, 60)
            select (day, count),
            draw => !Calendar.TryAddWorkingDays(draw.day, draw.count, out var due)
                || (Calendar.CountWorkingDays(draw.day, due) == draw.count && Calendar.IsWorkingDay(due)));

    [Fact]
    public void The_derived_calendar_is_that_of_the_reference_data()
    {
        // The reference data lie beside the repository where it is developed, and are not shipped.
        if (SharedReference("06_cn_workday_calendar_2019_2026.csv") is not { } path)
        {
            return;
        }

        var stated = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToDictionary(row => DateOnly.Parse(row[0]), row => row[1] == "makeup_workday");
        for (var day = Calendar.Published.From; day <= Calendar.Published.To; day = day.AddDays(1))
        {
            var weekday = day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            Calendar.IsWorkingDay(day).ShouldBe(stated.TryGetValue(day, out var worked) ? worked : weekday, $"{day:yyyy-MM-dd}");
        }
    }

    [Theory]
    [InlineData("2020-01-01,rest,元旦")]
    [InlineData("1 January,holiday,元旦")]
    [InlineData("2020-01-01,holiday,元旦\n2020-01-01,workday,元旦")]
    [InlineData("")]
    public void A_faulty_file_does_not_load(string lines) =>
        Should.Throw<PolicyDataException>(() => WorkingCalendar.Read("test", new StringReader($"date,kind,name\n{lines}")));

    private static string? SharedReference(string file)
    {
        var path = RepositoryRoot.Shared("reference", file);
        return File.Exists(path) ? path : null;
    }
}
