using Wenye.Policy;

namespace Wenye.Registration.Domain.Applications;

/// <summary>Is an application for registration valid (失业登记申请数据校验)?</summary>
/// <remarks>
/// The facts are the form itself, personal data included: for cases and for replay of cases. A service answers from
/// <see cref="FieldTable.Validate(IReadOnlyDictionary{string, string}, ICodeTables, DateOnly)"/> and stores the form encrypted, not this decision.
/// </remarks>
public static class ApplicationValidity
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.application";

    /// <summary>The program over a snapshot of code tables (数据校验事项).</summary>
    public static PolicyProgram Over(ICodeTables codes) =>
        PolicyProgram.Of(Name, ApplicationFacts.Read, (facts, policy) => Decide(facts, codes, policy));

    /// <summary>Decides (认定).</summary>
    public static Decision<InvalidFields> Decide(ApplicationFacts facts, ICodeTables codes, PolicyContext policy)
    {
        var table = FieldRules.Application;
        var faults = facts.Fields is null ? [] : table.Validate(facts.Fields, codes, policy.AsOf);

        return Decision.On(Name, facts, policy)

            // 39号 附件5 四(一)  失业登记申请信息：指标、是否必填、类型、长度、代码标识、校验规则
            .When(table.Source, facts.Fields is null ? Proposition.Unproven("fields") : Fact.Known("fields", faults.Count).Is(0))
            .Answering(new InvalidFields(faults));
    }
}

/// <summary>What registration.application looks at (数据校验的事实).</summary>
/// <param name="Fields">Text by ministry code; null when there is no form.</param>
public sealed record ApplicationFacts(IReadOnlyDictionary<string, string>? Fields) : IFacts
{
    /// <summary>Reads the facts by name (读取).</summary>
    public static ApplicationFacts Read(FactSet given) => new(given.Texts("fields"));

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        new("fields", Fields is null ? default : PolicyValue.Of(
            [.. Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => new NamedValue(field.Key, PolicyValue.Of(field.Value)))])),
    ];
}

/// <summary>The fields at fault (校验不通过的指标), by ministry code in order of the codes.</summary>
public sealed record InvalidFields(IReadOnlyList<FieldFault> Faults) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        var sorted = Faults.OrderBy(fault => fault.Code, StringComparer.Ordinal).ToList();
        PolicyValue[] codes = [.. sorted.Select(fault => PolicyValue.Of(fault.Code))];
        NamedValue[] messages = [.. sorted.Select(fault => new NamedValue(fault.Code, PolicyValue.Of(fault.Message)))];
        return [new("invalid_fields", PolicyValue.Of(codes)), new("messages", PolicyValue.Of(messages))];
    }
}
