using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>What statistics.doubt looks at (存疑数据核实的事实). What is left out is unproven.</summary>
public sealed record RecordDoubtFacts : IFacts
{
    /// <summary>“就业登记单位名称”与社保信息一致.</summary>
    public Fact<bool> EmployerNameMatches { get; init => field = value.Named("employer_name_matches"); } = Fact.Unproven<bool>("employer_name_matches");

    /// <summary>“社会统一信用代码”与社保信息一致.</summary>
    public Fact<bool> EmployerCodeMatches { get; init => field = value.Named("employer_code_matches"); } = Fact.Unproven<bool>("employer_code_matches");

    /// <summary>Name, employer and contact are there and right (姓名、单位名称、联系方式等准确且不为空).</summary>
    public Fact<bool> DetailsAccurate { get; init => field = value.Named("details_accurate"); } = Fact.Unproven<bool>("details_accurate");

    /// <summary>报告期内新参保.</summary>
    public Fact<bool> NewlyInsured { get; init => field = value.Named("newly_insured"); } = Fact.Unproven<bool>("newly_insured");

    /// <summary>在以前年度有过缴费记录.</summary>
    public Fact<bool> PaidInFormerYears { get; init => field = value.Named("paid_in_former_years"); } = Fact.Unproven<bool>("paid_in_former_years");

    /// <summary>失业再就业人员.</summary>
    public Fact<bool> Reemployed { get; init => field = value.Named("reemployed"); } = Fact.Unproven<bool>("reemployed");

    /// <summary>Addition: verified as true by call, visit or comparison (已核实为真实准确).</summary>
    public Fact<bool> Confirmed { get; init => field = value.Named("confirmed"); } = Fact.Unproven<bool>("confirmed");

    /// <summary>Reads the facts by name (读取).</summary>
    public static RecordDoubtFacts Read(FactSet given) => new()
    {
        EmployerNameMatches = given.Truth("employer_name_matches"),
        EmployerCodeMatches = given.Truth("employer_code_matches"),
        DetailsAccurate = given.Truth("details_accurate"),
        NewlyInsured = given.Truth("newly_insured"),
        PaidInFormerYears = given.Truth("paid_in_former_years"),
        Reemployed = given.Truth("reemployed"),
        Confirmed = given.Truth("confirmed"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        EmployerNameMatches.Recorded, EmployerCodeMatches.Recorded, DetailsAccurate.Recorded, NewlyInsured.Recorded,
        PaidInFormerYears.Recorded, Reemployed.Recorded, Confirmed.Recorded,
    ];
}

/// <summary>Is a record free of the doubts that are to be verified first (存疑数据)? Granted: nothing speaks against counting it.</summary>
public static class RecordDoubt
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "statistics.doubt";

    private static readonly Parameter<bool> Doubtful = Parameter.Rule("statistics.not_new_doubtful");

    /// <summary>Decides (认定). A record that was verified is no longer doubtful, whatever it looked like.</summary>
    public static Decision<NoOutputs> Decide(RecordDoubtFacts facts, PolicyContext policy)
    {
        var rule = policy.Get(Doubtful);
        var isConfirmed = facts.Confirmed is { IsProven: true, Value: true };
        var examined = Decision.On(Name, facts, policy);
        if (isConfirmed || !rule.IsSet)
        {
            // 95号 附件四(三)  对无法核实真实性和准确性的就业信息，应在信息系统中逐一标记，暂不纳入城镇新就业统计
            return examined.When(rule, facts.Confirmed.Is(true)).Grant();
        }

        // 95号 附件四(三)  “就业登记单位名称”“社会统一信用代码”与社保信息不一致的
        return examined.When(rule, facts.EmployerNameMatches.Is(true))
            .And(rule, facts.EmployerCodeMatches.Is(true))

            // 95号 附件四(三)  姓名、单位名称、联系方式等信息不准确或为空的
            .And(rule, facts.DetailsAccurate.Is(true))

            // 95号 附件四(三)  报告期内新参保，但在以前年度有过缴费记录的非失业再就业人员
            .And(rule, Proposition.Any(facts.NewlyInsured.Is(false), facts.PaidInFormerYears.Is(false), facts.Reemployed.Is(true)))
            .AndIf(facts.Confirmed.IsProven, rule, facts.Confirmed.Is(true))
            .Grant();
    }
}
