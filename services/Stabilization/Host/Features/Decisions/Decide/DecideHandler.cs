using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Domain;

namespace Wenye.Stabilization.Features.Decisions.Decide;

/// <summary>Asks the policy over facts the caller gives (政策试算); nothing is kept.</summary>
internal sealed class DecideHandler(ParameterSet parameters, TimeProvider time)
{
    private const int LongestFacts = 100_000;
    private const int LongestName = 64;

    public DecideResponse Handle(DecideRequest request)
    {
        var faults = new RequestFaults();
        var program = StabilizationPrograms.All.FirstOrDefault(one => one.Name == request.Program);
        faults.Demand(program is not null, "program", "没有该决定事项，请从事项清单（ListPrograms）中选择");
        var region = faults.Division(request.Region, "region");
        faults.Demand(request.AsOf is null || request.AsOf.IsDay(), "as_of", "请填写有效日期，不填表示今天");
        faults.Demand(request.FactsJson.Length <= LongestFacts, "facts_json", $"事实不得超过{LongestFacts}个字符");
        faults.ThrowIfAny();

        var policy = parameters.At(region, request.AsOf?.ToDay() ?? ChinaTime.Today(time));
        return new DecideResponse { Decision = Decide(program!, request.FactsJson, policy).ToContract() };
    }

    private static Decision Decide(PolicyProgram program, string facts, PolicyContext policy)
    {
        try
        {
            return program.Decide(facts.Length == 0 ? FactSet.Empty : FactSet.ParseJson(facts), policy);
        }
        catch (FactException fault)
        {
            throw RpcErrors.InvalidArgument(FieldOf(fault), MessageOf(fault, program));
        }
        catch (Exception fault) when (fault is OverflowException or ArgumentException)
        {
            throw RpcErrors.InvalidArgument("facts_json", "有数值超出可计算的范围，请核对各项事实的数值");
        }
    }

    // The kernel's own message shows the value; a caller learns the name and what is wanted.
    private static string MessageOf(FactException fault, PolicyProgram program) =>
        fault.Fact.Length == 0 ? "事实应为 JSON 对象，且名称不得重复"
        : program.Facts.FirstOrDefault(known => known.Name == fault.Fact) is { } known ? $"应为{known.Form}"
        : "该事项没有此项事实或不能读取，请按事项清单（ListPrograms）填写";

    private static string FieldOf(FactException fault) =>
        fault.Fact.Length is > 0 and <= LongestName && fault.Fact.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.') ? fault.Fact : "facts_json";
}
