using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Host.Tests.FirmData;

/// <summary>Facts of refunds made of what was delivered; each city is used by one test, for its feeds and funds are shared.</summary>
public sealed class FirmDataFactsTests(StabilizationFixture fixture)
{
    [Fact]
    public async Task What_was_delivered_makes_every_fact_of_a_general_refund()
    {
        var (agency, code) = Begin("370300");
        var file = new FirmFile().Firm(code, "370303").Year(code, 2019).Year(code, 2018)
            .Reduction(code, "2019-05", 2).Reduction(code, "2019-06", 1, ReductionKind.Retired).Reduction(code, "2020-01", 9)
            .Finance(code, 2019).Fund("370300", "2020-06", "18.25").Fund("370300", "2020-05", "11")
            .Complete("370300", 2019, Feed.Reductions).Complete("370300", 2020, Feed.PastRefunds);
        (await agency.ImportAsync(file)).Import.Rejected.ShouldBe(0);

        var facts = await agency.FactsAsync(code);

        facts.ShouldBe(
            new Dictionary<string, string>
            {
                ["kind"] = "general",
                ["contributions"] = "120.00",
                ["months_contributed"] = "24",
                ["fully_paid"] = "true",
                ["insured"] = "10",
                ["laid_off"] = "2",
                ["industry_policy_ok"] = "true",
                ["size"] = "micro",
                ["fund_months"] = "18.25",
                ["zombie_or_dishonest_or_bankrupt"] = "false",
                ["refund_already_this_year"] = "none",
                ["already_paid"] = "0.00",
                ["to_recover"] = "0.00",
                ["priority"] = "none",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Accounts_and_the_countys_benefit_make_the_facts_of_a_difficult_refund()
    {
        var (agency, code) = Begin("370400");
        await agency.ImportAsync(new FirmFile().Firm(code, "370402")
            .Finance(code, 2018, revenue: 1000, profit: -1).Finance(code, 2019, revenue: 650, profit: -5, assets: 300, liabilities: 100)
            .Benefit("370402", 2018, 140_000).Benefit("370402", 2019, 155_700).Benefit("370402", 2020, 171_900));

        var facts = await agency.FactsAsync(code, kind: RefundKind.Difficult);

        facts["loss_making_2018_2019"].ShouldBe("true");
        facts["debt_ratio"].ShouldStartWith("0.333333333333333333");
        facts["revenue_drop_2019"].ShouldBe("0.35");
        facts["county_benefit"].ShouldBe("1557.00");
    }

    [Fact]
    public async Task What_nobody_delivered_is_left_out()
    {
        var (agency, code) = Begin("370500");
        await agency.ImportAsync(new FirmFile().Firm(code, "370502", firm =>
        {
            firm.ClearIndustryPolicyOk();
            firm.ClearZombieOrDishonestOrBankrupt();
            firm.ClearToRecoverFen();
            firm.Priority = Priority.Unspecified;
            firm.InsuredSince = "";
        }));

        (await agency.FactsAsync(code, kind: RefundKind.Difficult)).Keys.ShouldBe(["kind"]);
    }

    [Fact]
    public async Task A_missing_month_leaves_open_what_it_could_change()
    {
        var (agency, code) = Begin("370600");
        var file = new FirmFile().Firm(code, "370602", firm => firm.InsuredSince = "2019-03");
        for (var month = 3; month <= 11; month++)
        {
            file.Month(code, $"2019-{month:00}");
        }

        await agency.ImportAsync(file);
        var before = await agency.FactsAsync(code);
        await agency.ImportAsync(new FirmFile().Month(code, "2019-12", insured: 7).Month(code, "2020-01").Month(code, "2020-02"), "rest");
        var after = await agency.FactsAsync(code);

        before.Keys.ShouldNotContain("contributions");
        before.Keys.ShouldNotContain("insured");
        before.Keys.ShouldNotContain("fully_paid");
        before.Keys.ShouldNotContain("months_contributed");
        (after["contributions"], after["insured"], after["fully_paid"], after["months_contributed"]).ShouldBe(("100.00", "7", "true", "12"));
    }

    [Fact]
    public async Task Months_after_the_day_do_not_count_and_too_few_months_are_too_few_whatever_is_missing()
    {
        var (agency, code) = Begin("370700");
        var file = new FirmFile().Firm(code, "370702", firm => firm.InsuredSince = "2019-11").Month(code, "2019-11").Month(code, "2019-12");
        for (var month = 1; month <= 5; month++)
        {
            file.Month(code, $"2020-{month:00}");
        }

        await agency.ImportAsync(file);

        (await agency.FactsAsync(code, month: 3))["months_contributed"].ShouldBe("4");
        (await agency.FactsAsync(code, month: 7))["months_contributed"].ShouldBe("7");
    }

    [Fact]
    public async Task Exempted_and_deferred_months_are_paid_and_a_month_in_arrears_is_not()
    {
        var (agency, code) = Begin("370800");
        await agency.ImportAsync(new FirmFile().Firm(code, "370811").Year(code, 2019)
            .Month(code, "2020-02", due: 0, relief: ContributionRelief.Exempted)
            .Month(code, "2020-03", due: 500, paid: 0, relief: ContributionRelief.Deferred));
        var relieved = await agency.FactsAsync(code);
        await agency.ImportAsync(new FirmFile().Month(code, "2020-03", due: 500, paid: 499), "arrears");
        var arrears = await agency.FactsAsync(code);
        await agency.ImportAsync(new FirmFile().Month(code, "2020-03", due: 500), "paid");

        (relieved["fully_paid"], relieved["months_contributed"]).ShouldBe(("true", "14"));
        (arrears["fully_paid"], arrears["months_contributed"]).ShouldBe(("false", "13"));
        (await agency.FactsAsync(code))["fully_paid"].ShouldBe("true");
    }

    [Fact]
    public async Task A_refund_of_this_year_is_drawn_until_it_is_taken_back()
    {
        var (agency, code) = Begin("370900");
        await agency.ImportAsync(new FirmFile().Firm(code, "370902").PastRefund(code, 2019, 900).PastRefund(code, 2020, 5000));
        var general = await agency.FactsAsync(code);
        await agency.ImportAsync(new FirmFile().PastRefund(code, 2020, 7000, RefundKind.Difficult), "difficult");
        var both = await agency.FactsAsync(code);
        await agency.ImportAsync(
            new FirmFile().PastRefund(code, 2020, 0).PastRefund(code, 2020, 0, RefundKind.Difficult).Complete("370900", 2020, Feed.PastRefunds), "back");
        var none = await agency.FactsAsync(code);
        await agency.ImportAsync(new FirmFile().Complete("370900", 2020, Feed.PastRefunds, complete: false), "open");

        (general["refund_already_this_year"], general["already_paid"]).ShouldBe(("general", "50.00"));
        (both["refund_already_this_year"], both["already_paid"]).ShouldBe(("difficult", "50.00"));
        (none["refund_already_this_year"], none["already_paid"]).ShouldBe(("none", "0.00"));
        (await agency.FactsAsync(code)).Keys.ShouldNotContain("refund_already_this_year");
    }

    private (FirmAgency Agency, string Code) Begin(string city) => (new(fixture.Calls(city, "firm-data")), FirmFile.NewCode());
}
