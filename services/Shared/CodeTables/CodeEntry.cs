namespace Wenye.CodeTables;

/// <summary>One code of a table during one span of days (代码项).</summary>
/// <param name="Table">The ministry code under which the document defines the table, e.g. <c>AAB301</c>.</param>
/// <param name="Code">The code as it is written in a form.</param>
/// <param name="Label">The Chinese name the edition gives.</param>
/// <param name="ValidFrom">First day in force; empty when the table knows no beginning.</param>
/// <param name="ValidTo">Last day in force; empty while the code is in force.</param>
/// <param name="Source">The document, standard or edition the row comes from.</param>
public sealed record CodeEntry(
    string Table, string Code, string Label, DateOnly? ValidFrom, DateOnly? ValidTo, string Source)
{
    /// <summary>Whether the code is in force (有效) on the day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    internal bool Overlaps(CodeEntry other) =>
        (ValidFrom is null || other.ValidTo is null || ValidFrom <= other.ValidTo)
        && (other.ValidFrom is null || ValidTo is null || other.ValidFrom <= ValidTo);
}
