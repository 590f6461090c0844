using Wenye.Policy;

namespace Wenye.Registration.Domain.Applications;

/// <summary>A ministry's field list (数据指标要求): rows of rules, applied to a form at once.</summary>
/// <remarks>
/// Pure. Every field is asked and all faults are reported together; of one field only the first, since the later rules
/// presume the earlier. A valid form allocates next to nothing.
/// </remarks>
public sealed class FieldTable
{
    private readonly string? _dayField;
    private readonly HashSet<string> _known;

    /// <summary>Makes a table of its rows in printed order.</summary>
    /// <param name="source">The document and item that print the table.</param>
    /// <param name="name">The Chinese name of the table.</param>
    /// <param name="dayField">The field that says on which day codes must be in force; null: today.</param>
    /// <param name="rows">The rows.</param>
    public FieldTable(Clause source, string name, string? dayField, IReadOnlyList<FieldRule> rows)
    {
        Source = source;
        Name = name;
        Rows = rows;
        _dayField = dayField;
        _known = [.. rows.Select(row => row.Code)];
    }

    /// <summary>The document and item that print the table.</summary>
    public Clause Source { get; }

    /// <summary>The Chinese name of the table.</summary>
    public string Name { get; }

    /// <summary>The rows in printed order.</summary>
    public IReadOnlyList<FieldRule> Rows { get; }

    /// <summary>Finds every fault of a form (数据校验).</summary>
    /// <param name="fields">Text by ministry code; an absent field and an empty text are the same.</param>
    /// <param name="codes">The snapshot of code tables.</param>
    /// <param name="today">The current day in China Standard Time.</param>
    /// <returns>The faults in printed order, then the codes that the table does not have; empty for a valid form.</returns>
    public IReadOnlyList<FieldFault> Validate(IReadOnlyDictionary<string, string> fields, ICodeTables codes, DateOnly today)
    {
        var form = new Form(fields, codes, today, DayOf(fields, today));
        List<FieldFault>? faults = null;
        var present = 0;
        for (var i = 0; i < Rows.Count; i++)
        {
            var row = Rows[i];
            present += fields.TryGetValue(row.Code, out var text) ? 1 : 0;
            if (Fault(row, text ?? "", form) is { } message)
            {
                (faults ??= []).Add(new FieldFault(row.Code, message));
            }
        }

        if (present < fields.Count)
        {
            (faults ??= []).AddRange(fields.Keys.Where(code => !_known.Contains(code)).Order(StringComparer.Ordinal)
                .Select(code => new FieldFault(code, $"{Name}没有这个指标编码，请核对后删去")));
        }

        return faults ?? (IReadOnlyList<FieldFault>)[];
    }

    /// <summary>The same for a table without codes and days (无代码和日期的数据校验).</summary>
    public IReadOnlyList<FieldFault> Validate(IReadOnlyDictionary<string, string> fields) => Validate(fields, NoCodeTables.Instance, DateOnly.MaxValue);

    // A future or impossible day is a fault of its own; then codes are asked for today.
    private DateOnly DayOf(IReadOnlyDictionary<string, string> fields, DateOnly today) =>
        _dayField is not null && fields.TryGetValue(_dayField, out var text)
        && FormText.TryDay(text ?? "", out var day) && day < today ? day : today;

    private static string? Fault(FieldRule row, string text, in Form form)
    {
        if (text.Length == 0)
        {
            return row.Presence.IsDemandedBy(form) ? $"{row.Presence.Reason}{row.Name}必填，请填写" : null;
        }

        if (FormatFault(row, text, form) is { } fault)
        {
            return fault;
        }

        foreach (var check in row.Checks)
        {
            if (check(row, text, form) is { } message)
            {
                return message;
            }
        }

        return null;
    }

    private static string? FormatFault(FieldRule row, string text, in Form form)
    {
        var format = row.Format;
        if (!FormText.IsPrintable(text))
        {
            return $"{row.Name}含有控制字符、换行或损坏的字符，请删去后重新填写";
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return $"{row.Name}只有空格，请填写内容" + (row.Presence == Presence.Required ? "" : "或留空");
        }

        if (format.IsDigits && !FormText.IsDigits(text))
        {
            return $"{row.Name}只能填写半角数字";
        }

        if (FormText.Length(text) > format.Length)
        {
            return $"{row.Name}超过{format.Length}个字符，请缩短";
        }

        return format.Table is null ? null : form.Find(format.Table, text) switch
        {
            CodeStatus.Known => null,
            CodeStatus.TableNotLoaded => $"本系统尚未载入{row.Name}的代码表（{format.Table}），无法核对，请留空",
            _ => $"{row.Name}不在代码表（{format.Table}）中或在申请日期已停用，请按代码表填写",
        };
    }

    private sealed class NoCodeTables : ICodeTables
    {
        public static readonly NoCodeTables Instance = new();

        public CodeStatus Find(string table, string code, DateOnly on) => CodeStatus.TableNotLoaded;
    }
}
