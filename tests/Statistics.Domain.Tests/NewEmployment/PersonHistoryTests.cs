using Wenye.Policy;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Domain.Tests.NewEmployment;

/// <summary>What follows from what is known of a person, clause by clause.</summary>
public sealed class PersonHistoryTests
{
    private const string OneFirm = "91370100MA0000007J";
    private const string OtherFirm = "91370100MA0000015D";
    private static readonly DateOnly Hired = new(2020, 9, 1);
    private static readonly DateRange September = new(new(2020, 8, 21), new(2020, 9, 20));
    private static readonly DateOnly YearEnd = new(2019, 12, 20);
    private static readonly KnownEmployment Job =
        new(Guid.CreateVersion7(), "370302", true, EmploymentForm.Unit, false, Hired, Hired.AddDays(3), OneFirm, false, 1990);

    [Fact]
    public void Somebody_of_whom_nothing_else_is_known_is_new() => ClauseOf().ShouldBe("附件一2");

    [Fact]
    public void A_job_held_at_the_end_of_last_year_keeps_the_next_one_out_unless_there_was_unemployment_between()
    {
        var former = Former(new(2018, 3, 1), OtherFirm);
        ClauseOf(others: [former]).ShouldBe("附件四(二)3");
        ClauseOf(others: [former], registrations: [new(new(2020, 6, 1), Hired)]).ShouldBe("附件四(一)5");
        ClauseOf(others: [former], registrations: [new(new(2020, 6, 1), new(2020, 7, 1))]).ShouldBe("附件四(二)3");
        ClauseOf(others: [former], registrations: [new(new(2017, 6, 1), null)]).ShouldBe("附件四(二)3");
        ClauseOf(Job with { WasUnemployed = true }, others: [former]).ShouldBe("附件四(一)5");
    }

    [Fact]
    public void The_day_itself_on_which_the_year_ends_is_no_longer_employed_when_the_job_ended_on_it()
    {
        ClauseOf(others: [Former(new(2018, 3, 1), OtherFirm, YearEnd)]).ShouldBe("附件四(一)1");
        ClauseOf(others: [Former(new(2018, 3, 1), OtherFirm, YearEnd.AddDays(1))]).ShouldBe("附件四(一)1");
        Record(others: [Former(new(2018, 3, 1), OtherFirm, YearEnd)]).EmployedAtYearEnd.Value.ShouldBeFalse();
        Record(others: [Former(new(2018, 3, 1), OtherFirm, YearEnd.AddDays(1))]).EmployedAtYearEnd.Value.ShouldBeTrue();
    }

    [Fact]
    public void A_break_lets_in_who_changes_the_firm_and_keeps_out_who_comes_back()
    {
        ClauseOf(others: [Former(new(2018, 3, 1), OtherFirm, new(2020, 7, 31))]).ShouldBe("附件四(一)1");
        ClauseOf(others: [Former(new(2018, 3, 1), OneFirm, new(2020, 7, 31))]).ShouldBe("附件四(一)1", "kept out by it");
        Counts(others: [Former(new(2018, 3, 1), OtherFirm, new(2020, 7, 31))]).ShouldBeTrue();
        Counts(others: [Former(new(2018, 3, 1), OneFirm, new(2020, 7, 31))]).ShouldBeFalse();
    }

    [Fact]
    public void Who_moves_without_a_day_between_is_transferred()
    {
        ClauseOf(others: [Former(new(2020, 2, 1), OtherFirm, Hired.AddDays(-1))]).ShouldBe("附件四(二)1");
        ClauseOf(others: [Former(new(2020, 2, 1), OtherFirm, Hired.AddDays(-2))]).ShouldBe("附件一2");
        ClauseOf(others: [Former(new(2020, 2, 1), OneFirm)]).ShouldBe("附件四(二)1", "a renewed contract");
        ClauseOf(others: [Former(new(2020, 2, 1), OtherFirm)]).ShouldBe("附件一2", "an employment without an end tells nothing of insurance");
    }

    [Fact]
    public void What_other_agencies_know_counts_as_what_is_registered()
    {
        ClauseOf(spells: [new(SpellKind.Unit, new(2015, 1, 1), null, OtherFirm)]).ShouldBe("附件四(二)3");
        ClauseOf(spells: [new(SpellKind.Insured, new(2019, 1, 1), null, OneFirm)]).ShouldBe("附件四(二)5");
        ClauseOf(spells: [new(SpellKind.Pension, September.To, null)]).ShouldBe("附件四(二)6");
        ClauseOf(spells: [new(SpellKind.Pension, September.To.AddDays(1), null)]).ShouldBe("附件一2");
        ClauseOf(spells: [new(SpellKind.Benefit, September.From, September.To)]).ShouldBe("附件四(二)7");
        ClauseOf(spells: [new(SpellKind.Benefit, September.From, September.To.AddDays(-1))]).ShouldBe("附件一2");
    }

    [Fact]
    public void A_business_or_flexible_work_of_a_former_year_keeps_out_the_same_again()
    {
        var business = Job with { Form = EmploymentForm.IndividualBusiness, EmployerCode = "" };
        var closed = new KnownSpell(SpellKind.IndividualBusiness, new(2018, 1, 1), new(2019, 6, 30));
        ClauseOf(business, spells: [closed]).ShouldBe("附件四(一)2");
        Counts(business, spells: [closed]).ShouldBeTrue("deregistered, then registered anew");
        ClauseOf(business, spells: [closed with { Ends = null }]).ShouldBe("附件四(二)3");
        var flexible = Job with { Form = EmploymentForm.Flexible, EmployerCode = "" };
        ClauseOf(flexible, spells: [new(SpellKind.Flexible, new(2018, 1, 1), new(2019, 6, 30))]).ShouldBe("附件四(一)4");
        ClauseOf(flexible, spells: [new(SpellKind.Flexible, new(2020, 1, 1), new(2020, 6, 30))]).ShouldBe("附件一2", "of this year");
        ClauseOf(Job with { Form = EmploymentForm.WelfarePost, Urban = true }, spells: [new(SpellKind.WelfarePost, new(2018, 1, 1), new(2019, 6, 30))]).ShouldBe("附件四(一)3");
    }

    [Fact]
    public void Marks_are_believed()
    {
        ClauseOf(marks: new(true, null, null, null)).ShouldBe("附件四(三)");
        ClauseOf(marks: new(false, null, null, null)).ShouldBe("附件一2");
        ClauseOf(marks: new(null, true, null, null)).ShouldBe("附件四(二)10");
        ClauseOf(marks: new(null, null, true, null)).ShouldBe("附件四(二)8");
        ClauseOf(marks: new(null, null, null, true)).ShouldBe("附件四(二)1");
        ClauseOf(Job with { BirthYear = 2005 }).ShouldBe("附件二");
    }

    [Fact]
    public void The_order_in_which_things_become_known_does_not_matter()
    {
        KnownEmployment[] others = [Former(new(2018, 3, 1), OtherFirm, new(2020, 3, 1)), Former(new(2018, 3, 1), OneFirm), Former(new(2020, 4, 1), "", new(2020, 8, 31))];
        KnownSpell[] spells = [new(SpellKind.Flexible, new(2018, 3, 1), null), new(SpellKind.Insured, new(2018, 3, 1), new(2020, 8, 31), OtherFirm), new(SpellKind.Insured, new(2018, 3, 1), null, OneFirm)];
        var expected = Record(others: others, spells: spells).Recorded().ToList();
        foreach (var seed in Enumerable.Range(0, 20))
        {
            new Random(seed).Shuffle(others);
            new Random(seed).Shuffle(spells);
            Record(others: others, spells: spells).Recorded().ShouldBe(expected);
        }
    }

    private static KnownEmployment Former(DateOnly from, string employer, DateOnly? ended = null) =>
        new(Guid.CreateVersion7(), "370302", true, EmploymentForm.Unit, false, from, from, employer, false, 1990, ended, ended);

    private static EmploymentRecord Record(
        KnownEmployment? job = null, KnownEmployment[]? others = null, KnownRegistration[]? registrations = null, KnownSpell[]? spells = null, RecordMarks? marks = null)
    {
        var one = job ?? Job;
        var known = new PersonHistory([.. others ?? [], one], registrations ?? [], spells ?? [], marks is null ? new Dictionary<Guid, RecordMarks>() : new() { [one.Id] = marks });
        return known.RecordOf(one, "P", September, YearEnd, leftInPeriod: false);
    }

    private static RecordVerdict Verdict(
        KnownEmployment? job, KnownEmployment[]? others, KnownRegistration[]? registrations, KnownSpell[]? spells, RecordMarks? marks) =>
        PersonYear.Judge([(Record(job, others, registrations, spells, marks), StatisticsParameters.Shipped.At(Division.Parse("370302"), September.To))])![0];

    private static string ClauseOf(
        KnownEmployment? job = null, KnownEmployment[]? others = null, KnownRegistration[]? registrations = null, KnownSpell[]? spells = null, RecordMarks? marks = null)
    {
        var verdict = Verdict(job, others, registrations, spells, marks);
        verdict.Missing.ShouldBeEmpty();
        return (verdict.AdmittedBy ?? verdict.ExcludedBy)!.Item;
    }

    private static bool Counts(KnownEmployment? job = null, KnownEmployment[]? others = null, KnownSpell[]? spells = null) =>
        Verdict(job, others, null, spells, null).Counts;
}
