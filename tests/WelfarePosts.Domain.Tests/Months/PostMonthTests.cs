using Wenye.Policy;
using Wenye.WelfarePosts.Domain.Months;
using Wenye.WelfarePosts.Domain.Subsidies;

namespace Wenye.WelfarePosts.Domain.Tests.Months;

/// <summary>What someone in post is due for a month, and what of it is new.</summary>
public sealed class PostMonthTests
{
    private static readonly Division County = Division.Parse("370811");

    internal static MonthFacts Worked { get; } = new()
    {
        Month = YearMonth.Parse("2020-09"), Post = SubsidisedPost.UrbanFullTime, InHardshipWhenPlaced = true, Until = new(2023, 4, 30), DaysWorked = 22,
        ContributionsPaid = Money.FromFen(600_05), MonthlyMinimumWage = Money.FromFen(1_730_00), HourlyMinimumWage = 17.3m, PostsHeld = 1,
    };

    internal static MonthDecided Decide(MonthFacts facts, long booked = 0) =>
        new PostMonth().Decide(facts, booked, MonthPolicy.Of(WelfarePostsParameters.Shipped, County, facts.Month));

    [Fact]
    public void A_month_at_work_is_paid_in_full_with_its_insurance()
    {
        var decided = Decide(Worked);

        (decided.Outcome, decided.PostSubsidy.Fen, decided.InsuranceSubsidy.Fen, decided.AmountFen).ShouldBe((Outcome.Granted, 1_730_00, 600_05, 2_330_05));
        (decided.RefusedBy, decided.Missing, decided.ExitGrounds).ShouldSatisfyAllConditions(
            its => its.RefusedBy.ShouldBeEmpty(), its => its.Missing.ShouldBeEmpty(), its => its.ExitGrounds.ShouldBeEmpty());
    }

    [Fact]
    public void The_month_in_which_a_post_ends_is_paid_and_the_next_is_not()
    {
        var left = Worked with { EndedOn = new(2020, 9, 10) };

        Decide(left).AmountFen.ShouldBe(2_330_05);
        var after = Decide(left with { Month = YearMonth.Parse("2020-10") }, booked: 2_330_05);
        (after.Outcome, after.AmountFen).ShouldBe((Outcome.Refused, -2_330_05));
        after.RefusedBy.ShouldBe(["鲁人社字〔2020〕36号 第二十条"]);
    }

    [Theory]
    [InlineData("employed", "鲁人社字〔2020〕36号 第二十条(一)")]
    [InlineData("term", "鲁人社字〔2020〕36号 第二十条(二)")]
    [InlineData("pension", "鲁人社字〔2020〕36号 第二十条(三)")]
    [InlineData("death", "鲁人社字〔2020〕36号 第二十条(三)")]
    [InlineData("absent", "鲁人社字〔2020〕36号 第二十条(五)")]
    public void A_ground_for_leaving_stops_the_month_after_it_arose(string kind, string ground)
    {
        var (last, first) = (new DateOnly(2020, 8, 31), new DateOnly(2020, 9, 1));
        var stopped = Decide(With(kind, last));
        stopped.Outcome.ShouldBe(Outcome.Refused);
        stopped.ExitGrounds.ShouldBe([ground]);
        stopped.RefusedBy.ShouldContain("鲁人社字〔2020〕36号 第二十条");

        if (kind != "absent")
        {
            Decide(With(kind, first)).Outcome.ShouldBe(Outcome.Granted);
        }
    }

    [Fact]
    public void Who_did_not_come_was_not_in_hardship_or_holds_two_posts_is_refused_by_its_clause()
    {
        Decide(Worked with { DaysWorked = 0 }).RefusedBy.ShouldBe(["鲁人社字〔2020〕36号 第二十二条"]);
        Decide(Worked with { InHardshipWhenPlaced = false }).RefusedBy.ShouldBe(["鲁人社字〔2020〕36号 第二十二条"]);
        Decide(Worked with { PostsHeld = 2 }).RefusedBy.ShouldBe(["人社部发〔2020〕38号 八"]);
    }

    [Fact]
    public void What_nobody_stated_asks_for_material_and_takes_nothing_back()
    {
        var silent = Decide(Worked with { DaysWorked = null, ContributionsPaid = null, MonthlyMinimumWage = null, Until = null }, booked: 100);

        (silent.Outcome, silent.AmountFen).ShouldBe((Outcome.Incomplete, 0));
        silent.Missing.ShouldBe(["attended", "exit_ground_in_former_month", "term_ended", "monthly_minimum_wage", "employer_contributions_paid"], ignoreOrder: true);
        Decide(Worked with { Post = SubsidisedPost.UrbanPartTime }).Missing.ShouldBe(["hours"]);
        Decide(Worked with { Post = SubsidisedPost.Rural, Hours = 60m }).Missing.ShouldBe(["rural_hourly_rate"]);
    }

    [Fact]
    public void What_is_taken_back_is_decided_as_a_recovery_and_only_where_a_case_of_the_clause_is_known()
    {
        var decisions = new List<Decision>();
        var month = new PostMonth { Taken = decisions.Add };
        MonthDecided Again(MonthFacts facts)
        {
            decisions.Clear();
            return month.Decide(facts, 2_330_05, MonthPolicy.Of(WelfarePostsParameters.Shipped, County, facts.Month));
        }

        Again(Worked).AmountFen.ShouldBe(0);
        decisions.Select(one => one.Program).ShouldBe(["welfare_posts.exit", "welfare_posts.payment_check", "welfare_posts.subsidy"]);
        Again(Worked with { DaysWorked = 0 }).AmountFen.ShouldBe(-2_330_05);
        (decisions[^1].Program, decisions[^1].Outcome, decisions[^1].Outputs.Single().Value.ToString()).ShouldBe(("welfare_posts.recovery", Outcome.Granted, "2330.05"));
        Again(Worked with { ContributionsPaid = Money.Zero }).AmountFen.ShouldBe(-600_05);
        (decisions[^1].Outcome, decisions[^1].Missing).ShouldSatisfyAllConditions(its => its.Outcome.ShouldBe(Outcome.Incomplete), its => its.Missing.ShouldContain("false_claim"));
    }

    [Fact]
    public void A_month_before_there_was_a_rule_on_leaving_asks_for_none_of_the_month_before_it() =>
        Decide(Worked with { Month = YearMonth.Parse("2020-04"), EmployedSince = new(2020, 3, 1) }).Outcome.ShouldBe(Outcome.Granted);

    [Fact]
    public void Days_absent_are_counted_over_any_twelve_months()
    {
        static (YearMonth, int) Of(string month, int days) => (YearMonth.Parse(month), days);

        Absences.WorstYear([]).ShouldBe(0);
        Absences.WorstYear([Of("2019-01", 20), Of("2020-01", 11), Of("2019-12", 9)]).ShouldBe(29);
        Absences.WorstYear([Of("2021-06", 1), Of("2019-02", 20), Of("2020-01", 10)]).ShouldBe(30);
    }

    private static MonthFacts With(string kind, DateOnly on) => kind switch
    {
        "employed" => Worked with { EmployedSince = on },
        "term" => Worked with { Until = on },
        "pension" => Worked with { PensionSince = on },
        "death" => Worked with { DiedOn = on },
        _ => Worked with { AbsentInARow = 15, AbsentInYear = 15 },
    };
}
