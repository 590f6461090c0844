using Wenye.Policy;

namespace Wenye.Registration.Domain.Applications;

/// <summary>A form under validation (待校验表单) with what its rules may look at.</summary>
/// <param name="fields">Text by ministry code; an absent field and an empty text are the same.</param>
/// <param name="codes">The snapshot of code tables.</param>
/// <param name="today">The system's current day (系统当前日期) in China Standard Time.</param>
/// <param name="codesOn">The day on which codes must be in force: the day of the application.</param>
public readonly struct Form(IReadOnlyDictionary<string, string> fields, ICodeTables codes, DateOnly today, DateOnly codesOn)
{
    /// <summary>The system's current day (系统当前日期).</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The text of a field; empty when it is absent.</summary>
    public string this[string code] => fields.TryGetValue(code, out var text) ? text ?? "" : "";

    /// <summary>What a code table says on the day of the application.</summary>
    public CodeStatus Find(string table, string code) => codes.Find(table, code, codesOn);
}
