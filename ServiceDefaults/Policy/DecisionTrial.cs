using Wenye.Policy;
using Contract = Wenye.Contracts.Policy.V1;
using Day = Wenye.Contracts.Type.V1.Date;

namespace Wenye.ServiceDefaults;

/// <summary>Asks the policy over facts the caller gives (政策试算); nothing is kept.</summary>
/// <param name="programs">The service's decisions.</param>
/// <param name="parameters">Under which they are taken.</param>
/// <param name="time">Of today.</param>
public sealed class DecisionTrial(IReadOnlyList<PolicyProgram> programs, ParameterSet parameters, TimeProvider time)
{
    private const int LongestFacts = 100_000;
    private const int LongestName = 64;

    /// <summary>The service's decisions (事项清单).</summary>
    public IReadOnlyList<PolicyProgram> Programs => programs;

    /// <summary>Decides (试算).</summary>
    /// <param name="name">Of the program.</param>
    /// <param name="region">GB/T 2260.</param>
    /// <param name="asOf">The day; null: today.</param>
    /// <param name="factsJson">A JSON object; empty: no fact is known.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no such program, place or day, or a fact that it does not know or cannot read, by its name.</exception>
    public Contract.Decision Decide(string name, string region, Day? asOf, string factsJson)
    {
        var faults = new RequestFaults();
        var program = programs.FirstOrDefault(one => one.Name == name);
        faults.Demand(program is not null, "program", "没有该决定事项，请从事项清单（ListPrograms）中选择");
        var place = faults.Division(region, "region");
        faults.Demand(asOf is null || asOf.IsDay(), "as_of", "请填写有效日期，不填表示今天");
        faults.Demand(factsJson.Length <= LongestFacts, "facts_json", $"事实不得超过{LongestFacts}个字符");
        faults.ThrowIfAny();
        return Decide(program!, factsJson, parameters.At(place, asOf?.ToDay() ?? ChinaTime.Today(time))).ToContract();
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
