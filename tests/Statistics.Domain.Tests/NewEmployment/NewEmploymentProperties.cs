using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Domain.Tests.NewEmployment;

/// <summary>What holds of every figure of new urban employment.</summary>
public sealed class NewEmploymentProperties
{
    private const int Months = 12;

    [Fact]
    public void The_decision_does_not_depend_on_the_order_of_the_records() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (history, seed) =>
        {
            var shuffled = history.Records.ToArray();
            new Random(seed).Shuffle(shuffled);
            return Months12(history.Year).All(month => Shown(Decide(history.Records, month)) == Shown(Decide(shuffled, month)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_figure_is_the_sum_of_the_figures_of_any_parts_into_which_the_people_fall() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (history, parts) =>
        {
            var month = new YearMonth(history.Year, 6);
            var children = history.Records.GroupBy(record => record.Person.Value[^1] % parts).Select(part => Decide([.. part], month)).ToList();
            return Decide(history.Records, month).Admitted.Keys.Order(StringComparer.Ordinal)
                .SequenceEqual(children.SelectMany(child => child.Admitted.Keys).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Over_the_year_a_person_counts_once_if_any_record_may_count() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
        {
            var counted = Months12(history.Year).SelectMany(month => Decide(history.Records, month).Admitted.Keys).ToList();
            var people = counted.Select(id => history.Records.Single(record => record.Id.Value == id).Person.Value).ToList();
            var may = history.Records.Where(record => InYear(record, history.Year) && Alone(record)).Select(record => record.Person.Value).Distinct();
            return people.Order(StringComparer.Ordinal).SequenceEqual(may.Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Judging_people_one_by_one_gives_the_same_records_as_the_decision_on_all() =>
        Prop.ForAll(Histories.ToArbitrary(), history =>
        {
            var judged = history.Records.Where(record => InYear(record, history.Year)).GroupBy(record => record.Person.Value)
                .SelectMany(person => PersonYear.Judge([.. person.Select(record => (record, Policy(MonthOf(record))))])!)
                .Where(verdict => verdict.Counts)
                .Select(verdict => (MonthOf(verdict.Record), verdict.Record.Id.Value, verdict.AdmittedBy!.Citation))
                .Order();
            var decided = Months12(history.Year)
                .SelectMany(month => Decide(history.Records, month).Admitted.Select(one => (month, one.Key, one.Value.Citation)))
                .Order();
            return judged.SequenceEqual(decided);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_record_is_counted_left_out_or_asked_for_and_only_one_of_them() =>
        Prop.ForAll(Histories.ToArbitrary(), Gen.Choose(1, Months).ToArbitrary(), (history, month) =>
        {
            var result = Decide(history.Records, new(history.Year, month));
            return result.Admitted.Keys.Concat(result.Excluded.Keys).Concat(result.Asked.Keys).Order(StringComparer.Ordinal)
                .SequenceEqual(history.Records.Select(record => record.Id.Value).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    // Few people and days, so that one person has several records, some on one day and some at the edges of periods.
    private static Gen<(int Year, List<EmploymentRecord> Records)> Histories =>
        from year in Gen.Elements(2020, 2021)
        from count in Gen.Choose(0, 25)
        from records in Record(year).ListOf(count)
        select (year, records.Select((record, index) => record with { Id = $"R{index:00}" }).ToList());

    private static Gen<EmploymentRecord> Record(int year) =>
        from person in Gen.Choose(0, 5)
        from month in Gen.Choose(-1, Months)
        from day in Gen.Elements(1, 20, 21)
        from form in Gen.Elements(Enum.GetValues<EmploymentForm>())
        from flaw in Gen.Choose(0, 12)
        from spell in Gen.Elements(false, false, true)
        select Flawless(new DateOnly(year, 1, 1).AddMonths(month - 1).AddDays(day - 1), form, $"P{person}") with
        {
            Urban = flaw != 0,
            EmployedAtYearEnd = flaw == 1,
            UnemployedBefore = spell,
            PriorFlexible = flaw == 2,
            PriorBusiness = flaw == 2,
            Doubtful = flaw == 3,
            LeftInPeriod = flaw == 4,
        };

    private static EmploymentRecord Flawless(DateOnly day, EmploymentForm form, string person) => new()
    {
        Person = person,
        EmployedOn = day,
        Form = form,
        Employer = "E",
        PlaceProvince = "37",
        RuralPostOrWorkshop = false,
        ReceivesPension = false,
        DrawingBenefit = false,
        AgeOk = true,
        SameEmployer = false,
        PriorWelfarePost = false,
    };

    private static bool Alone(EmploymentRecord record) => Decide([record], MonthOf(record)).Admitted.Count == 1;

    private static bool InYear(EmploymentRecord record, int year) => MonthOf(record).Year == year;

    private static YearMonth MonthOf(EmploymentRecord record) => ReportPeriod.MonthOf(record.EmployedOn.Value, 21);

    private static IEnumerable<YearMonth> Months12(int year) => Enumerable.Range(1, Months).Select(month => new YearMonth(year, month));

    private static NewEmploymentResult Decide(IReadOnlyList<EmploymentRecord> records, YearMonth month) =>
        NewUrbanEmployment.Decide(new() { Records = records, Retired = 0, WorkDeaths = 0, Period = month }, Policy(month)).Result!;

    // 95号 holds from August 2020; the property is of the rule, so all months of a year are looked at under it.
    private static PolicyContext Policy(YearMonth month) =>
        StatisticsParameters.Shipped.At(Division.Parse("370300"), new[] { month.Day(20), new DateOnly(2020, 8, 8) }.Max());

    private static string Shown(NewEmploymentResult result) => string.Join(';', result.Recorded().Select(one => $"{one.Name}={one.Value}"));
}
