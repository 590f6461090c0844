using Wenye.Policy;
using Wenye.Statistics.Domain.NewEmployment;

namespace Wenye.Statistics.Domain.Tests.NewEmployment;

/// <summary>What is doubtful in what is known of a person.</summary>
public sealed class KnownDoubtsTests
{
    private const string OneFirm = "91370100MA0000007J";
    private const string OtherFirm = "91370100MA0000015D";
    private static readonly DateOnly Hired = new(2020, 9, 1);
    private static readonly DateRange September = new(new(2020, 8, 21), new(2020, 9, 20));
    private static readonly DateOnly YearEnd = new(2019, 12, 20);
    private static readonly KnownEmployment Job =
        new(Guid.CreateVersion7(), "370302", true, EmploymentForm.Unit, false, Hired, Hired.AddDays(3), OneFirm, false, 1990);

    [Fact]
    public void Nothing_speaks_against_who_is_known_to_nobody_or_insured_at_the_same_employer()
    {
        Kinds().ShouldBeEmpty();
        Kinds(spells: [Insured(Hired, OneFirm)]).ShouldBeEmpty();
        Kinds(spells: [Insured(new(2020, 1, 1), OtherFirm, Hired.AddDays(-1)), Insured(Hired, OneFirm)]).ShouldBeEmpty();
    }

    [Fact]
    public void Insured_at_another_employer_than_the_registered_one()
    {
        Kinds(spells: [Insured(new(2020, 1, 1), OtherFirm)]).ShouldBe([DoubtKind.EmployerDiffers]);
        Kinds(spells: [Insured(new(2020, 1, 1), OtherFirm), Insured(Hired, OneFirm)]).ShouldBeEmpty("one of them is the same");
        Kinds(Job with { Form = EmploymentForm.Flexible }, [Insured(new(2020, 1, 1), OtherFirm)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_body_without_a_code_is_doubtful_a_flexible_job_is_not()
    {
        Kinds(Job with { EmployerCode = "" }).ShouldBe([DoubtKind.DetailsMissing]);
        Kinds(Job with { EmployerCode = "", Form = EmploymentForm.Flexible }).ShouldBeEmpty();
    }

    [Fact]
    public void Newly_insured_with_former_contributions_unless_reemployed()
    {
        KnownSpell[] spells = [Insured(new(2018, 1, 1), OtherFirm, new(2019, 5, 31)), Insured(Hired, OneFirm)];
        Kinds(spells: spells).ShouldBe([DoubtKind.InsuredBefore]);
        Kinds(Job with { IsReemployment = true }, spells).ShouldBeEmpty();
        Kinds(spells: [spells[0], Insured(Hired.AddMonths(-2), OneFirm)]).ShouldBeEmpty("not newly");
        Kinds(spells: [Insured(new(2020, 3, 1), OtherFirm, new(2020, 5, 31)), spells[1]]).ShouldBeEmpty("contributions of this year only");
    }

    [Fact]
    public void A_verification_covers_the_reasons_it_looked_at_and_no_later_one()
    {
        var nameless = Job with { EmployerCode = "" };
        KnownSpell[] spells = [Insured(new(2018, 1, 1), OtherFirm, new(2019, 5, 31)), Insured(Hired, OneFirm)];
        Kinds(nameless, spells, new(false, null, null, null, [DoubtKind.DetailsMissing])).ShouldBe([DoubtKind.InsuredBefore]);
        Kinds(nameless, spells, new(false, null, null, null)).ShouldBeEmpty("verified as a whole");
        Kinds(nameless, spells, new(true, null, null, null, [DoubtKind.DetailsMissing, DoubtKind.InsuredBefore])).ShouldBeEmpty("out, and nothing new to verify");
        Kinds(Job, marks: new(true, null, null, null)).ShouldBe([DoubtKind.Marked]);
    }

    [Fact]
    public void Before_the_document_nothing_is_doubtful() => Of(Job with { EmployerCode = "" }, [], null, new(2020, 8, 7)).ShouldBeNull();

    private static KnownSpell Insured(DateOnly from, string employer, DateOnly? to = null) => new(SpellKind.Insured, from, to, employer);

    private static IReadOnlyList<DoubtKind> Kinds(KnownEmployment? job = null, KnownSpell[]? spells = null, RecordMarks? marks = null) =>
        Of(job ?? Job, spells ?? [], marks, September.To)?.Kinds ?? [];

    private static OpenDoubt? Of(KnownEmployment job, KnownSpell[] spells, RecordMarks? marks, DateOnly asOf)
    {
        var history = new PersonHistory([job], [], spells, marks is null ? new Dictionary<Guid, RecordMarks>() : new() { [job.Id] = marks });
        var record = history.RecordOf(job, "P", September, YearEnd, leftInPeriod: false);
        return KnownDoubts.Of(history, job, record, September, YearEnd, StatisticsParameters.Shipped.At(Division.Parse("370302"), asOf));
    }
}
