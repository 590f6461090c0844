using Google.Rpc;
using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;

namespace Wenye.Demo;

/// <summary>Prints what happened, with every clause that was cited.</summary>
internal static class Narration
{
    private static int _step;

    public static void Step(string what) => Console.WriteLine($"\n{++_step}. {what}");

    public static void Line(string text) => Console.WriteLine($"   {text}");

    public static void Show(Decision decision)
    {
        Line($"{decision.Program} 于 {decision.AsOf.Year:D4}-{decision.AsOf.Month:D2}-{decision.AsOf.Day:D2}，{decision.Region}：{Text(decision.Outcome)}");
        foreach (var finding in decision.Findings)
        {
            Line($"  {Mark(finding.Answer)} {finding.Clause.Document} {finding.Clause.Item}  {Fact(finding)}（{finding.Threshold}）");
        }

        foreach (var parameter in decision.Parameters)
        {
            Line($"  · {Parameter(parameter)}；{parameter.Explanation}");
        }

        if (decision.MissingFacts.Count > 0)
        {
            Line($"  待补正：{string.Join("、", decision.MissingFacts)}");
        }

        foreach (var (name, value) in decision.Outputs.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Line($"  → {name} = {value}");
        }
    }

    public static void Show(IEnumerable<NotApproved> payables)
    {
        foreach (var not in payables)
        {
            Line($"  ✗ {not.Reason}：{not.Message}");
        }
    }

    public static void Show(RpcException refused)
    {
        Line($"gRPC {refused.StatusCode}: {refused.Status.Detail}");
        var status = refused.GetRpcStatus();
        foreach (var fault in status?.GetDetail<BadRequest>()?.FieldViolations ?? [])
        {
            Line($"  ✗ {fault.Field}: {fault.Description}");
        }
    }

    private static string Fact(Finding finding) => finding switch
    {
        { Answer: Answer.Unproven } => $"{finding.Fact} = 未证实",
        { Value: "" } => finding.Fact,
        _ => $"{finding.Fact} = {finding.Value}",
    };

    // A parameter of unit "rule" only says which document governs; it has no figure to show.
    private static string Parameter(ParameterUse parameter) => parameter.Unit == "rule"
        ? $"{parameter.Name}，依据 {parameter.Clause.Document} {parameter.Clause.Item}"
        : $"{parameter.Name} = {parameter.Value} {parameter.Unit}，依据 {parameter.Clause.Document} {parameter.Clause.Item}";

    private static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Granted => "符合 (granted)",
        Outcome.Refused => "不符合 (refused)",
        Outcome.Incomplete => "待补正 (incomplete)",
        _ => "?",
    };

    private static string Mark(Answer answer) => answer switch
    {
        Answer.Met => "✓",
        Answer.NotMet => "✗",
        _ => "?",
    };
}
