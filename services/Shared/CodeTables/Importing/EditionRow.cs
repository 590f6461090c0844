namespace Wenye.CodeTables;

/// <summary>A row of an edition that is to be imported (导入行).</summary>
/// <param name="Line">The line of the file, for the report.</param>
/// <param name="Code">The code.</param>
/// <param name="Label">The Chinese name.</param>
/// <param name="Parent">The code it lies under; empty for the top.</param>
/// <param name="ValidFrom">Its own first day, where the file gives one.</param>
/// <param name="ValidTo">Its own last day, where the file gives one.</param>
/// <param name="Heading">Whether the file says that it only groups codes.</param>
public sealed record EditionRow(
    long Line, string Code, string Label, string Parent = "", DateOnly? ValidFrom = null, DateOnly? ValidTo = null, bool Heading = false);

/// <summary>The edition to take over (导入版本).</summary>
/// <param name="Table">Which table.</param>
/// <param name="Edition">Its name; each entry it brings carries it as its source.</param>
/// <param name="EffectiveFrom">The first day on which it rules; null: it has always ruled and replaces every earlier entry.</param>
/// <param name="Rows">Its rows.</param>
public sealed record EditionText(string Table, string Edition, DateOnly? EffectiveFrom, IReadOnlyList<EditionRow> Rows);

/// <summary>A row that cannot be taken (错误行).</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Column">The column by its name in the file.</param>
/// <param name="Message">In Chinese, what to do.</param>
public sealed record RowFault(long Line, string Column, string Message);

/// <summary>What became of a code (代码变更).</summary>
public enum CodeChangeKind
{
    /// <summary>As before (不变).</summary>
    Unchanged = 0,

    /// <summary>It was not in the table, or had ended and is in force again (新增).</summary>
    Added = 1,

    /// <summary>Another name, or now a heading or no longer one (更名或调整).</summary>
    Renamed = 2,

    /// <summary>It was in force and ends (停用).</summary>
    Ended = 3,
}

/// <summary>One change (变更).</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Code">The code.</param>
/// <param name="Label">Its name, for an ended code the last one.</param>
/// <param name="FormerLabel">For a renaming, the name before.</param>
public sealed record CodeChange(CodeChangeKind Kind, string Code, string Label, string FormerLabel = "");
