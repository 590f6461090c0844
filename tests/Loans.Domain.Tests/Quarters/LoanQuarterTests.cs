using Wenye.Loans.Domain.Books;
using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Quarters;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Tests.Quarters;

/// <summary>What a loan is due for a quarter: which days, which rate, one rounding.</summary>
public sealed class LoanQuarterTests
{
    private static readonly Quarter Third = Quarter.Of(2020, 3);
    private static readonly BorrowerFindings NoOtherWork = new(EmploymentEstablished: true);

    [Fact]
    public void A_personal_loan_is_subsidised_in_full_line_by_line_and_rounded_once()
    {
        var decided = Decide(Personal(), [Drawn(new(2020, 6, 1), 200_000_00), Repaid(new(2020, 8, 15), 33_333_33)]);

        decided.Outcome.ShouldBe(Outcome.Granted);
        decided.Lines.Select(line => (line.Days, line.Arithmetic)).ShouldBe(
        [
            (45, "200000.00 × 0.0435 × 45 ÷ 360"),
            (47, "166666.67 × 0.0435 × 47 ÷ 360"),
        ]);
        decided.Due.ShouldBe(Money.Round(((200_000m * 45) + (166_666.67m * 47)) * 0.0435m / 360));
        decided.Interest.ShouldBe(decided.Due);
        decided.Days.ShouldBe(92);
    }

    [Fact]
    public void An_enterprise_gets_half_of_the_lpr_and_its_hires_are_counted()
    {
        var firm = Personal() with { Borrower = BorrowerKind.Enterprise, Lpr = 0.0385m };

        Decide(firm, [Drawn(new(2020, 6, 1), 200_000_00)], new(false, HiresKept: 8, RequiredHires: 8)).Lines.ShouldHaveSingleItem().SubsidisedRate.ShouldBe(0.01925m);
        var fewer = Decide(firm, [Drawn(new(2020, 6, 1), 200_000_00)], new(false, HiresKept: 7, RequiredHires: 8));
        (fewer.Outcome, fewer.Due).ShouldBe((Outcome.Refused, Money.Zero));
        fewer.RefusedBy.ShouldBe(["鲁财金〔2020〕25号 八"]);
        Decide(firm, [Drawn(new(2020, 6, 1), 200_000_00)], new(false, RequiredHires: 8)).Missing.ShouldBe(["hires_kept"]);
    }

    [Fact]
    public void Days_since_work_elsewhere_are_lines_of_their_own()
    {
        BookLine[] book = [Drawn(new(2020, 6, 1), 200_000_00)];
        var working = NoOtherWork with { EmployedSince = new(2020, 8, 1) };

        var unclear = Decide(Personal(), book, working);
        unclear.Lines.Select(line => (line.Days, line.Outcome)).ShouldBe([(31, Outcome.Granted), (61, Outcome.Incomplete)]);
        (unclear.Outcome, unclear.Due).ShouldBe((Outcome.Incomplete, Money.Round(200_000m * 0.0435m * 31 / 360)));
        unclear.Missing.ShouldBe(["business_failed"]);
        Decide(Personal(), book, working with { BusinessFailed = true }).Days.ShouldBe(92);
        Decide(Personal(), book, working with { BusinessFailed = true }).Due.ShouldBe(Decide(Personal(), book).Due);
        var kept = Decide(Personal(), book, working with { BusinessFailed = false });
        (kept.Outcome, kept.Due).ShouldBe((Outcome.Granted, unclear.Due));
        kept.RefusedBy.ShouldBe(["鲁财金〔2020〕25号 八"]);
    }

    [Fact]
    public void A_borrower_nobody_could_ask_about_is_incomplete_not_refused() =>
        Decide(Personal(), [Drawn(new(2020, 6, 1), 200_000_00)], new(false)).Outcome.ShouldBe(Outcome.Incomplete);

    [Fact]
    public void Days_since_the_money_is_misused_are_refused_whatever_else_was_found()
    {
        var findings = NoOtherWork with { EmployedSince = new(2020, 8, 1), BusinessFailed = true, Misuse = LoanUse.LentOn, MisusedSince = new(2020, 9, 1) };

        var decided = Decide(Personal(), [Drawn(new(2020, 6, 1), 200_000_00)], findings);

        decided.Lines.Select(line => (line.To, line.Outcome)).ShouldBe(
            [(new(2020, 8, 1), Outcome.Granted), (new(2020, 9, 1), Outcome.Granted), (new(2020, 10, 1), Outcome.Refused)]);
        decided.RefusedBy.ShouldBe(["鲁人社字〔2020〕27号 第六条"]);
        decided.Due.ShouldBe(Money.Round(200_000m * 0.0435m * 62 / 360));
        Decide(Personal(), [Drawn(new(2020, 6, 1), 200_000_00)], findings with { MisusedSince = new(2020, 10, 1) }).RefusedBy.ShouldBeEmpty();
    }

    [Fact]
    public void Overdue_days_bear_interest_without_subsidy()
    {
        var decided = Decide(Personal(), [Drawn(new(2020, 6, 1), 200_000_00), new("o", new(2020, 9, 1), BookLineKind.Overdue)]);

        decided.Lines.Select(line => line.Outcome).ShouldBe([Outcome.Granted, Outcome.Refused]);
        decided.RefusedBy.ShouldBe(["鲁人社字〔2020〕27号 第九条"]);
        decided.Due.ShouldBe(Money.Round(200_000m * 0.0435m * 62 / 360));
        decided.Interest.ShouldBe(Money.Round(200_000m * 0.0435m * 92 / 360));
    }

    [Fact]
    public void An_extension_for_the_illness_keeps_its_subsidy_and_another_does_not()
    {
        var terms = Personal() with { MaturesOn = new(2020, 8, 1) };
        BookLine Extended(ExtensionGround ground) => new("x", new(2020, 7, 20), BookLineKind.Extension) { Until = new(2020, 12, 1), Ground = ground };

        Decide(terms, [Drawn(new(2020, 6, 1), 200_000_00), Extended(ExtensionGround.CovidPatient)]).Due.ShouldBe(Money.Round(200_000m * 0.0435m * 92 / 360));
        Decide(terms, [Drawn(new(2020, 6, 1), 200_000_00), Extended(ExtensionGround.Other)]).Due.ShouldBe(Money.Round(200_000m * 0.0435m * 31 / 360));
    }

    [Fact]
    public void The_years_of_subsidy_end_within_a_quarter()
    {
        var terms = Personal() with { MaturesOn = new(2024, 6, 1) };
        var quarter = Quarter.Of(2023, 2);
        var segments = new LoanBook([Drawn(new(2020, 6, 1), 200_000_00)], terms.MaturesOn).Segments(quarter.From, quarter.To);
        var decided = new LoanQuarter().Decide(terms, segments, NoOtherWork, Policy());

        decided.Lines.Select(line => (line.To, line.Outcome)).ShouldBe([(new(2023, 6, 1), Outcome.Granted), (new(2023, 7, 1), Outcome.Refused)]);
    }

    [Fact]
    public void A_stored_quarter_is_decided_again_to_the_same_bytes()
    {
        var terms = Personal() with { AnnualRate = 0.043500m };
        var findings = NoOtherWork with { EmployedSince = new(2020, 8, 1), BusinessFailed = false, Misuse = LoanUse.Securities, MisusedSince = new(2020, 9, 1) };
        var decided = Decide(terms, [Drawn(new(2020, 6, 1), 200_000_00), Repaid(new(2020, 8, 15), 33_333_33)], findings);
        var first = new QuarterRecord().Write(terms, findings, "370302", decided).ToArray();

        var stored = QuarterRecord.Read(first);
        var again = new LoanQuarter().Decide(stored.Terms, stored.Segments, stored.Findings, Policy());

        new QuarterRecord().Write(stored.Terms, stored.Findings, stored.Region, again).ToArray().ShouldBe(first);
        again.Trace.ShouldBe(decided.Trace);
        again.Due.ShouldBe(decided.Due);
    }

    [Fact]
    public void What_is_no_record_is_told() => Should.Throw<InvalidDataException>(() => QuarterRecord.Read("{}"u8.ToArray()));

    internal static LoanTerms Personal() => new(
        BorrowerKind.Personal, new(2020, 6, 1), new(2020, 6, 1), new(2023, 6, 1), Money.FromYuan(200_000), 36, 0.0435m, 0.0385m, SharedBorrowerKind.Ordinary, 1);

    internal static BookLine Drawn(DateOnly on, long fen) => new("d", on, BookLineKind.Drawdown, fen);

    private static BookLine Repaid(DateOnly on, long fen) => new("r", on, BookLineKind.Repayment, -fen);

    internal static PolicyContext Policy() => LoansParameters.Shipped.At(Division.Parse("370302"), new(2020, 10, 12));

    private static QuarterSubsidy Decide(LoanTerms terms, BookLine[] book, BorrowerFindings? findings = null) => new LoanQuarter().Decide(
        terms, new LoanBook(book, terms.MaturesOn).Segments(Third.From, Third.To), findings ?? NoOtherWork, Policy());
}
