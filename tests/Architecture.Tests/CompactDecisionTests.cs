using Wenye.Cases;
using Wenye.Policy;

namespace Wenye.Architecture.Tests;

/// <summary>The bytes that a screening run stores say of every case of every program what its findings and outputs say.</summary>
public sealed class CompactDecisionTests
{
    [Fact]
    public void Decisions_have_the_same_bytes_exactly_when_they_answer_the_same()
    {
        var all = Decisions().Select(decision => (Answers: Written(decision), Bytes: Convert.ToHexString(CompactDecision.Of(decision)))).Distinct().ToList();
        all.Count.ShouldBeGreaterThan(100);
        all.Select(one => one.Answers).ShouldBeUnique();
        all.Select(one => one.Bytes).ShouldBeUnique();
    }

    [Fact]
    public void The_same_case_decided_again_has_the_same_bytes() =>
        Decisions().Select(CompactDecision.Of).ShouldBe(Decisions().Select(CompactDecision.Of));

    [Fact]
    public void The_shape_tells_each_answer_without_deciding_again()
    {
        foreach (var decision in Decisions())
        {
            var compact = CompactDecision.Of(decision);
            CompactDecision.OutcomeOf(compact).ShouldBe(decision.Outcome);
            var shape = DecisionShape.Of(decision);
            shape.RefusedBy(compact).ShouldBe(decision.RefusedBy);
            shape.Read(compact).Where(one => one.Line.Depth == 0).Select(one => (one.Line.Clause, one.Answer))
                .ShouldBe(decision.Findings.Select(finding => ((Clause?)finding.Clause, finding.Answer)));
        }
    }

    private static IEnumerable<Decision> Decisions() =>
        Repository.ServicePolicies().SelectMany(CaseFiles.Below).SelectMany(file => CaseRunner.Run(file, _ => true)).Select(result => result.Decision).OfType<Decision>();

    // Program, region and day are the run's and not in the bytes.
    private static string Written(Decision decision) =>
        $"{decision.Outcome}: {string.Join("; ", decision.Findings.Select(Written))} → {string.Join("; ", decision.Outputs.Select(output => $"{output.Name}={Written(output.Value)}"))}";

    private static string Written(Finding finding) =>
        $"{finding.Clause} {Written(finding.Proposition)} {(finding.Alternatives is { } grounds ? $"[{string.Join("; ", grounds.Select(Written))}]" : "")}";

    private static string Written(Proposition proposition) => proposition.Parts is { } parts
        ? $"{proposition.Comparison} {proposition.Answer} ({string.Join("; ", parts.Select(Written))})"
        : $"{proposition.Fact} {proposition.Comparison} {proposition.Answer}";

    private static string Written(PolicyValue value) => value.Kind switch
    {
        ValueKind.List => $"[{string.Join(", ", value.Items.Select(Written))}]",
        ValueKind.Map => $"{{{string.Join(", ", value.Entries.Select(entry => $"{entry.Name}: {Written(entry.Value)}"))}}}",
        _ => $"{value.Kind} {value}",
    };
}
