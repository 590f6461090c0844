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
    private const string NoProgram = "没有该决定事项，请从事项清单（ListPrograms）中选择";
    private const string NoDay = "请填写有效日期，不填表示今天";

    // The cases are decided once for a process, when somebody first asks: a second or less.
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlySet<string>>> known = new(() => ProgramParameters.Observe(programs));

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
        faults.Demand(program is not null, "program", NoProgram);
        var place = faults.Division(region, "region");
        faults.Demand(asOf is null || asOf.IsDay(), "as_of", NoDay);
        faults.Demand(factsJson.Length <= LongestFacts, "facts_json", $"事实不得超过{LongestFacts}个字符");
        faults.ThrowIfAny();
        return Decide(program!, factsJson, parameters.At(place, asOf?.ToDay() ?? ChinaTime.Today(time))).ToContract();
    }

    /// <summary>Where and when parameters are asked for (查询地区与日期).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: no such program, place or day.</exception>
    public (Division Region, DateOnly Day) Place(string program, string region, Day? asOf)
    {
        var faults = new RequestFaults()
            .Demand(program.Length == 0 || programs.Any(one => one.Name == program), "program", NoProgram)
            .Demand(asOf is null || asOf.IsDay(), "as_of", NoDay);
        var place = faults.Division(region, "region");
        faults.ThrowIfAny();
        return (place, asOf?.ToDay() ?? ChinaTime.Today(time));
    }

    /// <summary>The parameters that a program is known to use, as they stand there and then (政策参数); of all the service without a program.</summary>
    /// <remarks>Which those are: <see cref="ProgramParameters"/>.</remarks>
    public IEnumerable<Contract.Parameter> Parameters(string program, Division region, DateOnly day) =>
        from state in parameters.StatesAt(region, day)
        let users = known.Value.Where(one => one.Value.Contains(state.Name)).Select(one => one.Key).Order(StringComparer.Ordinal).ToList()
        where program.Length == 0 || users.Contains(program, StringComparer.Ordinal)
        select state.ToContract(users);

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
