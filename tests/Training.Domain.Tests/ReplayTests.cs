using Wenye.Policy;

namespace Wenye.Training.Domain.Tests;

public sealed class ReplayTests
{
    [Theory]
    [InlineData("training.subsidy", "{trainee: college_student, certificate: completion, certificate_date: 2020-08-20, occupation: \"4020301\", level: 5, standard: 1800.5, subsidised: [{occupation: \"4020302\", level: 4, date: 2020-01-05}], subsidised_in_college: 1, online_platform_paid: true, mode: offline}")]
    [InlineData("training.subsidy", "{mode: online_platform, subsidised: []}")]
    [InlineData("training.living_allowance", "{trainee: registered_poor, hours: 40.50, passed: true, online: true, allowances_this_year: 2, same_occupation_level_before: false, completed_on: 2020-07-15}")]
    [InlineData("training.project_payout", "{contract_amount: 99999.99, employment_rate: 0.840, pass_rate: 0.5}")]
    [InlineData("training.tranches", "{expected_amount: 10000.01, started_on: 2020-11-16, half_reached_on: 2020-12-01, accepted: false, prepaid: 2500}")]
    [InlineData("training.certificate_number", "{city: \"3703\", county: \"1\", institution: 12, year: 2020, sequence: 345, category: upgrading}")]
    [InlineData("training.online_share", "{online_minutes: 1000, total_hours: 60.5, skill_training: true}")]
    [InlineData("training.completion_certificate", "{subsidised_class: true, institution_filed: true, passed: true, entitled_to_other_certificate: true}")]
    [InlineData("training.platform_standing", "{review: evaluation, filed: true, dormant: false, courses_stale: true}")]
    [InlineData("training.appraisal_subsidy", "{certificate: skill_level, certificate_date: 2020-08-20, trained: true, first_appraisal: true, fee_standard: 210.10}")]
    [InlineData("training.claim_materials", "{subsidy: training, claimant: institution, trainee: key_group, certificate: completion, identity_paper: uploaded, invoice: filled_in, further_papers: {乙: uploaded, 甲: filled_in}}")]
    [InlineData("training.advance", "{designated: true, epidemic_period: true, expected_amount: 0.99, requested_amount: 0.4}")]
    [InlineData("training.apprenticeship", "{apprentice: young_employee, years: 1.50, started_on: 2020-09-01, standard: 5000.05, costly_or_urgent: true}")]
    [InlineData("training.preparatory", "{age: 20, registered_unemployed: true, willing: true, started_on: 2020-09-01, rural_or_poor: false}")]
    [InlineData("training.work_training", "{employer: insured_firm, hire: hardship, trained_on_the_job: true, months_used: 5}")]
    [InlineData("training.day_allowance", "{poor_of_chongqing: true, post_training: true, days: 10, completed_on: 2020-03-01}")]
    public void Every_decision_can_be_taken_again_from_its_record(string name, string given)
    {
        var program = TrainingPrograms.All.Single(one => one.Name == name);
        foreach (var (region, day) in new[] { ("370102", new DateOnly(2020, 5, 5)), ("370700", new(2020, 9, 10)), ("130506", new(2020, 11, 10)), ("210300", new(2026, 11, 22)) })
        {
            var stored = DecisionJson.Write(program.Decide(FactSet.Parse(given), TrainingParameters.Shipped.At(Division.Parse(region), day)));
            Replay.Run(stored, TrainingPrograms.All, TrainingParameters.Shipped, out _).ShouldBe(ReplayResult.Same);
        }
    }
}
