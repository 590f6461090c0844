using Wenye.Testing;

namespace Wenye.WelfarePosts.Domain.Tests;

public sealed class ReplayTests
{
    private static readonly Dictionary<string, string[]> Given = new()
    {
        ["welfare_posts.ranking"] =
        [
            "{candidates: [{id: b, group: registered_poor, in_zero_employment_family: true, birth_date: 1970-02-28, registered_on: 2020-01-31}, {id: a, group: other_hardship, services_last_year: 2}], post: rural}",
            "{candidates: [{id: a, group: older_hardship, meets_requirements: true}]}",
        ],
        ["welfare_posts.term"] = ["{post: urban, first_approved_on: 2017-08-31, retirement_date: 2040-01-01}", "{post: urban, agreed_until: 2020-12-31, first_approved_on: 2018-01-01}", "{post: urban_temporary, first_approved_on: 2020-08-31}"],
        ["welfare_posts.subsidy"] = ["{post: urban_part_time, monthly_minimum_wage: 1730, hourly_minimum_wage: 17.30, hours: 33.33, employer_contributions_paid: 0.10, month: 2020-09, terminated_on: 2020-08-31, until: 2020-09-01}", "{post: rural, rural_hourly_rate: 9.990, hours: 7}"],
        ["welfare_posts.exit"] = ["{died: true, absent_days_in_year: 30}", "{city_ground: 其他}"],
        ["welfare_posts.replacement"] = ["{group: severe_disability, unemployed_months_since_term: 12, placements: 1}"],
        ["welfare_posts.placement"] = ["{group: older_hardship, recognised: true, sex: female, birth_date: 1975-09-01, retirement_date: 2030-09-01, receives_pension: false, posts_held: 0}"],
        ["welfare_posts.post"] = ["{post: rural, duty: technical, village_burdened: true}"],
        ["welfare_posts.reserve"] = ["{situation: epidemic}"],
        ["welfare_posts.village_posts"] = ["{posts_in_village: 2}"],
        ["welfare_posts.recruitment"] = ["{opens_on: 2021-04-01, supplementary: false}"],
        ["welfare_posts.announcement"] = ["{post_name: 保洁员, hours: ' '}"],
        ["welfare_posts.hire"] = ["{post: rural, contract: none, publicised: true}"],
        ["welfare_posts.notice"] = ["{until: 2021-02-28}"],
        ["welfare_posts.conversion"] = ["{term_ended: true}"],
        ["welfare_posts.accident_insurance"] = ["{post: rural, premium: 80.50}"],
        ["welfare_posts.hiring_postponement"] = ["{ends_on: 2020-09-30, exempted_months: 5}"],
        ["welfare_posts.hiring_subsidy"] = ["{in_hardship: true, monthly_minimum_wage: 1600.01, month: 2020-11}"],
        ["welfare_posts.payment_check"] = ["{attended: true, posts_held: 2}"],
        ["welfare_posts.recovery"] = ["{false_claim: true, wrongly_drawn: 3460.00}"],
        ["welfare_posts.employer_duties"] = ["{protects_workers: true, appraises: false}"],
        ["welfare_posts.fair_use"] = ["{rotates_posts: true}"],
    };

    public static TheoryData<string, string> Cases => ProgramReplays.Of(WelfarePostsPrograms.All, Given);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_decision_can_be_taken_again_from_its_record(string name, string given) => ProgramReplays.ShouldReplay(
        WelfarePostsPrograms.All, WelfarePostsParameters.Shipped, name, given,
        ("370102", new(2020, 3, 5)), ("370800", new(2020, 9, 10)), ("130506", new(2020, 11, 10)), ("210300", new(2026, 11, 20)));
}
