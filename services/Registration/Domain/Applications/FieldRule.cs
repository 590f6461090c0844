namespace Wenye.Registration.Domain.Applications;

/// <summary>One row of a ministry's field list (指标项): the printed columns as data.</summary>
/// <param name="Code">Ministry code (指标编码).</param>
/// <param name="Name">Chinese name (指标名称).</param>
/// <param name="Presence">Whether it must be filled (是否必填).</param>
/// <param name="Format">Type, length and code table (指标类型、指标长度、代码标识).</param>
/// <param name="Checks">What else the row demands (校验规则), asked in order until one fails.</param>
public sealed record FieldRule(string Code, string Name, Presence Presence, FieldFormat Format, params FieldCheck[] Checks);

/// <summary>A rule of a row (校验规则) that looks at a filled field and, where it must, at the rest of the form.</summary>
/// <returns>Null when the rule is met, else the message for the person who filled the form.</returns>
public delegate string? FieldCheck(FieldRule rule, string text, in Form form);

/// <summary>Type of a field (指标类型), by the letters of the print.</summary>
public enum FieldType
{
    /// <summary>Text (字符).</summary>
    C,

    /// <summary>Digits (数字).</summary>
    N,

    /// <summary>A day, eight digits (日期, YYYYMMDD).</summary>
    D,
}

/// <summary>Type, length and code table of a field (指标类型、指标长度、代码标识).</summary>
/// <param name="Type">C, N or D; where the print leaves it empty (addresses), C.</param>
/// <param name="Length">Most characters; characters are Unicode code points, as PostgreSQL counts them.</param>
/// <param name="Table">The code table the value must be in, or null.</param>
public sealed record FieldFormat(FieldType Type, int Length, string? Table = null)
{
    /// <summary>Digits only (N and D).</summary>
    public bool IsDigits => Type != FieldType.C;

    /// <summary>Text (C).</summary>
    public static FieldFormat C(int length) => new(FieldType.C, length);

    /// <summary>Digits (N).</summary>
    public static FieldFormat N(int length) => new(FieldType.N, length);

    /// <summary>A day (D); where the print gives no length, that of YYYYMMDD.</summary>
    public static FieldFormat D(int length = 8) => new(FieldType.D, length);

    /// <summary>A code of a table (C, 代码标识 Y, 必须在代码表中).</summary>
    public static FieldFormat Code(int length, string table) => new(FieldType.C, length, table);
}

/// <summary>What a form says (表单条件).</summary>
public delegate bool Condition(in Form form);

/// <summary>Whether a field must be filled (是否必填): always, never, or when the form says something.</summary>
public sealed record Presence
{
    private readonly Condition _demanded;

    private Presence(Condition demanded, string reason = "")
    {
        _demanded = demanded;
        Reason = reason;
    }

    /// <summary>Must be filled (必填).</summary>
    public static Presence Required { get; } = new((in _) => true);

    /// <summary>May be left empty (选填).</summary>
    public static Presence Optional { get; } = new((in _) => false);

    /// <summary>Why a field that is otherwise optional must be filled, in Chinese; empty when there is no condition.</summary>
    public string Reason { get; }

    /// <summary>Must be filled when the form says so (有条件必填).</summary>
    public static Presence RequiredWhen(Condition condition, string reason) => new(condition, reason);

    /// <summary>Whether this form must fill the field.</summary>
    public bool IsDemandedBy(in Form form) => _demanded(form);
}
