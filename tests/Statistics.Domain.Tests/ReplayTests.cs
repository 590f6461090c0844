using Wenye.Testing;

namespace Wenye.Statistics.Domain.Tests;

public sealed class ReplayTests
{
    private static readonly Dictionary<string, string[]> Given = new()
    {
        ["statistics.period"] = ["{date: 2020-09-20}", "{}"],
        ["statistics.new_employment"] =
        [
            "{period: 2020-09, retired: 1, work_deaths: 0, earlier_retired: 2, earlier_work_deaths: 0, records: [{id: b, person: P, employed_on: 2020-09-01, form: unit, urban: true, prior_unit: true, employer_changed: true, transfer_or_renewal: false, earns_minimum: true, handling_error: false}, {id: a}]}",
            "{records: [{id: a, person: P, employed_on: 2020-09-01, urban: true, form: individual_business, employer: E, place_province: '370000', rural_welfare_post_or_workshop: false, receives_pension: false, drawing_benefit_all_period: false, age_ok: true, employed_at_last_year_end: true, unemployed_spell_before: true, spell_registered: true, same_employer_continuous_insurance: false, registered_and_left_in_period: false, doubtful: false, prior_individual_business: true, prior_business_deregistered: true, prior_welfare_post: true, prior_flexible: true}], retired: 0, work_deaths: 0}",
        ],
        ["statistics.employment_record"] = ["{id: a, person: P, employed_on: 2020-09-01, urban: true, form: flexible, prior_flexible: true, unemployed_spell_before: true, period: 2020-09}"],
        ["statistics.doubt"] = ["{employer_name_matches: false, confirmed: true}", "{newly_insured: true}"],
        ["statistics.inspection"] = ["{records: 101, size: 7}", "{records: 3}"],
        ["statistics.jump"] = ["{value: 130.5, base: 100}", "{value: 1, base: 0}"],
        ["statistics.registered_unemployed"] = ["{age_ok: true, urban_residence: true}"],
        ["statistics.unemployment_rate"] = ["{registered: 332, employed: 9668}", "{registered: 1, employed_last_year_end: 3}"],
        ["statistics.target"] = ["{indicator: graduate_employment_rate, value: 0.9340}", "{indicator: new_urban_employment, value: 1}"],
        ["statistics.early_warning"] = ["{dimension: firm, indicator: employees_fall, value: 95.10, base: 100}"],
        ["statistics.layoff"] = ["{layoffs: 19, employees: 190}"],
        ["statistics.layoff_notice"] = ["{told_on: 2020-09-01, planned_on: 2020-10-01}"],
        ["statistics.internship_form"] = ["{units: 3, new_units: 4, paid_wan: 12.340}"],
        ["statistics.internship_due"] = ["{month: 2020-09}"],
        ["statistics.report_due"] = ["{report: hardship, month: 2020-09}"],
    };

    public static TheoryData<string, string> Cases => ProgramReplays.Of(StatisticsPrograms.All, Given);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_decision_can_be_taken_again_from_its_record(string name, string given) => ProgramReplays.ShouldReplay(
        StatisticsPrograms.All, StatisticsParameters.Shipped, name, given,
        ("370102", new(2020, 3, 5)), ("370800", new(2020, 9, 21)), ("370000", new(2020, 12, 31)), ("210300", new(2026, 11, 20)));
}
