using System.Reflection;
using Wenye.Cases;
using Wenye.Policy;

namespace Wenye.Architecture.Tests;

/// <summary>Every clause has a met and a not-met case, and an unproven one where evidence can be missing (DESIGN 3).</summary>
public sealed class ClauseTests
{
    private static readonly IReadOnlyList<CaseResult> Results =
        [.. Repository.ServicePolicies().SelectMany(CaseFiles.Below).SelectMany(file => CaseRunner.Run(file, _ => true))];

    /// <summary>The day of the decision, which is always known.</summary>
    private const string DayOfDecision = "as_of";

    /// <summary>Answers that a clause cannot have, and why.</summary>
    private static readonly Dictionary<(string Program, string Clause, string Fact), Answer> Impossible = new()
    {
        // It names all four places that there are.
        [("registration.eligibility", "人社厅发〔2020〕79号 一(一)", "place")] = Answer.NotMet,

        // It is answered only where the reason is known and is one of its conditions.
        [("registration.review_rejection", "人社厅发〔2020〕79号 三(十)", "reason")] = Answer.Unproven,

        // Each is answered only where the manner is known and falls under it.
        [("registration.employment", "鲁人社字〔2020〕39号 二(一)1", "manner")] = Answer.Unproven,
        [("registration.employment", "鲁人社字〔2020〕39号 二(一)2", "manner")] = Answer.Unproven,
        [("registration.employment", "鲁人社字〔2020〕39号 二(一)3", "manner")] = Answer.Unproven,

        // Its last day lies beyond the day on which a later document took its place.
        [("stabilization.refund", "鲁政发〔2020〕5号 5", DayOfDecision)] = Answer.NotMet,

        // Each is asked for under this clause only while nobody has set it; once set, it answers under its own.
        [("stabilization.refund", "鲁政办发〔2020〕4号 16", "stabilization.refund_layoff_ceiling_set")] = Answer.Met,
        [("stabilization.refund", "辽政办发〔2020〕25号 (五)", "stabilization.refund_layoff_ceiling_set")] = Answer.Met,
        [("stabilization.refund", "辽政办发〔2020〕25号 (五)", "stabilization.refund_rate_set")] = Answer.Met,
        [("stabilization.refund", "邢南政发〔2020〕1号 (二)", "stabilization.refund_rate_set")] = Answer.Met,

        // Until 78号 displaced it on 28 October nobody could apply after its last day, 31 December.
        [("stabilization.work_training", "鲁人社字〔2020〕63号 二(二)", "applied_on")] = Answer.NotMet,

        // They are answered only for a claim that states what the month was already paid.
        [("stabilization.work_training", "鲁人社字〔2020〕63号 二(二)", "paid_this_month")] = Answer.Unproven,
        [("stabilization.work_training", "鲁人社函〔2020〕78号 四(五)", "paid_this_month")] = Answer.Unproven,

        // Additions to the contract of cases: they are answered only where they are stated.
        [("loans.enterprise", "鲁人社字〔2020〕27号 附件1二(一)2", "good_repute")] = Answer.Unproven,
        [("loans.fiscal_share", "鲁人社字〔2020〕27号 第十条", "above_standard")] = Answer.Unproven,
        [("loans.quarterly_check", "鲁人社字〔2020〕27号 第六条", "use")] = Answer.Unproven,
        [("loans.interest_subsidy", "财金〔2020〕21号 三", "matures_on")] = Answer.Unproven,
        [("loans.interest_subsidy", "邢南政发〔2020〕1号 (十)", "matures_on")] = Answer.Unproven,

        // They are answered only where they are stated: who has neither an end nor a term on record is in post.
        [("welfare_posts.subsidy", "鲁人社字〔2020〕36号 第二十条", "terminated_on")] = Answer.Unproven,
        [("welfare_posts.subsidy", "鲁人社字〔2020〕36号 第二十条(二)", "until")] = Answer.Unproven,

        // Additions, and figures of an earlier time: they are answered only where they are stated.
        [("statistics.inspection", "鲁人社字〔2020〕95号 附件五", "size")] = Answer.Unproven,
        [("statistics.employment_record", "鲁人社字〔2020〕95号 附件一3", "earns_minimum")] = Answer.Unproven,
        [("statistics.employment_record", "鲁人社字〔2020〕95号 附件四(二)1", "transfer_or_renewal")] = Answer.Unproven,
        [("statistics.employment_record", "鲁人社字〔2020〕95号 附件四(二)10", "handling_error")] = Answer.Unproven,
        [("statistics.employment_record", "鲁人社字〔2020〕95号 附件四(一)2", "prior_business_deregistered")] = Answer.Unproven,
        [("statistics.employment_record", "鲁人社字〔2020〕95号 附件四(一)5", "spell_registered")] = Answer.Unproven,
        [("statistics.doubt", "鲁人社字〔2020〕95号 附件四(三)", "confirmed")] = Answer.Unproven,
        [("statistics.new_employment", "鲁人社字〔2020〕95号 附件三2", "earlier_retired")] = Answer.Unproven,
        [("statistics.new_employment", "鲁人社字〔2020〕95号 附件三2", "earlier_work_deaths")] = Answer.Unproven,
        [("statistics.unemployment_rate", "人社厅发〔2020〕79号 三(十)", "employed_last_year_end")] = Answer.Unproven,

        // Each is asked for under this clause only while it is not known; once known, the answer is of what it leads to.
        [("statistics.target", "〔2020〕20号 一(一)", "indicator")] = Answer.Met,
        [("statistics.early_warning", "〔2020〕20号 二(八)33", "statistics.warning_thresholds")] = Answer.Met,
        [("statistics.report_due", "鲁人社字〔2020〕95号 三", "statistics.report_due_days")] = Answer.Met,

        // The article that lists the grounds is cited only where none holds; one that holds is cited itself.
        [("welfare_posts.exit", "鲁人社字〔2020〕36号 第二十条", "employed_elsewhere")] = Answer.Met,
        [("welfare_posts.exit", "鲁人社字〔2020〕36号 第二十条", "term_ended")] = Answer.Met,
        [("welfare_posts.exit", "鲁人社字〔2020〕36号 第二十条", "cannot_work")] = Answer.Met,
        [("welfare_posts.exit", "鲁人社字〔2020〕36号 第二十条", "serious_breach")] = Answer.Met,
        [("welfare_posts.exit", "鲁人社字〔2020〕36号 第二十条", "criminal_liability")] = Answer.Met,
    };

    /// <summary>What cases of a program show of one clause and fact.</summary>
    private sealed record Shown(string Program, string Clause, string Fact, bool CanFail, HashSet<Answer> Answers);

    [Fact]
    public void Every_case_of_the_services_passes() =>
        Results.Where(result => !result.Passed).Select(result => $"{result.File}: {result.Name}: expected {result.Expected}, got {result.Got}").ShouldBeEmpty();

    [Fact]
    public void Every_program_has_cases() =>
        CaseRunner.Programs.Keys.Except(Results.Select(result => result.Decision?.Program)).ShouldBeEmpty();

    [Fact]
    public void Every_clause_that_decides_has_its_cases()
    {
        var missing = new List<string>();
        foreach (var shown in ByClause())
        {
            var wanted = shown.CanFail ? new[] { Answer.Met, Answer.NotMet, Answer.Unproven } : [Answer.Met, Answer.Unproven];
            missing.AddRange(wanted.Except(shown.Answers).Where(answer => !IsImpossible(shown, answer)).Select(answer => $"{shown.Program}: {shown.Clause} ({shown.Fact}) has no case answered {answer}"));
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_clause_in_the_code_and_in_the_parameters_is_shown_by_a_case()
    {
        var shown = ByClause().Select(one => one.Clause).ToHashSet();
        var declared = CaseRunner.Domains.SelectMany(FixedClauses)
            .Concat(CaseRunner.Parameters.Citations.Select(citation => citation.Clause))
            .Select(clause => clause.Citation);
        declared.Distinct().Except(shown).ShouldBeEmpty();
    }

    /// <summary>Clauses that code holds in static fields, as DESIGN 3 writes them.</summary>
    private static IEnumerable<Clause> FixedClauses(Assembly domain) =>
        domain.GetTypes().SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Clause))
            .Select(field => (Clause)field.GetValue(null)!);

    private static List<Shown> ByClause()
    {
        var all = new List<Shown>();
        foreach (var decision in Results.Select(result => result.Decision).OfType<Decision>())
        {
            foreach (var finding in decision.Findings.SelectMany(finding => finding.Alternatives is { } grounds ? [.. grounds, .. Parent(finding, grounds)] : new[] { finding }))
            {
                Record(all, decision.Program, finding);
            }
        }

        return [.. all.GroupBy(one => (one.Program, one.Clause, one.Fact))
            .Select(same => new Shown(same.Key.Program, same.Key.Clause, same.Key.Fact, same.Any(one => one.CanFail), [.. same.SelectMany(one => one.Answers)]))];
    }

    /// <summary>The clause that lists the grounds answers for itself only when none of them holds; else it is met.</summary>
    private static IEnumerable<Finding> Parent(Finding finding, IReadOnlyList<Finding> grounds) =>
        grounds.Any(ground => ground.Clause == finding.Clause) ? [] : [finding];

    private static void Record(List<Shown> all, string program, Finding finding)
    {
        // A rule that no document puts in force says nothing about the clause.
        if (finding.Governing is { IsSet: false })
        {
            return;
        }

        var known = CaseRunner.Programs[program].Facts.Select(fact => fact.Name).Concat(CaseRunner.Parameters.Names).Append(DayOfDecision).ToHashSet();
        foreach (var part in (finding.Proposition.Parts ?? [finding.Proposition]).Where(part => known.Contains(part.Fact)))
        {
            all.Add(new(program, finding.Clause.Citation, part.Fact, part.Comparison != Policy.Comparison.Established, [part.Answer]));
        }
    }

    private static bool IsImpossible(Shown shown, Answer answer) =>
        (shown.Fact == DayOfDecision && answer == Answer.Unproven) || Impossible.TryGetValue((shown.Program, shown.Clause, shown.Fact), out var impossible) && impossible == answer;
}
