namespace Wenye.CodeTables;

/// <summary>One code of a table during one span of days (代码项).</summary>
/// <param name="Table">The ministry code under which the document defines the table, e.g. <c>AAB301</c>.</param>
/// <param name="Code">The code as it is written in a form.</param>
/// <param name="Label">The Chinese name the edition gives.</param>
/// <param name="ValidFrom">First day in force; empty when the table knows no beginning.</param>
/// <param name="ValidTo">Last day in force; empty while the code is in force.</param>
/// <param name="Source">The document, standard or edition the row comes from.</param>
/// <param name="Parent">The code it lies under (上级代码); empty for the top, or where the table tells none.</param>
/// <param name="Heading">A heading (类目) only groups codes: it is in the table, but no field may hold it.</param>
public sealed record CodeEntry(
    string Table, string Code, string Label, DateOnly? ValidFrom, DateOnly? ValidTo, string Source, string Parent = "", bool Heading = false)
{
    /// <summary>Whether the code is in force (有效) on the day.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    /// <summary>Whether two entries say the same of their code (内容相同), whatever their days, sources and places in the table.</summary>
    public bool SaysTheSameAs(CodeEntry other) => Label == other.Label && Heading == other.Heading;

    internal bool Overlaps(CodeEntry other) =>
        (ValidFrom is null || other.ValidTo is null || ValidFrom <= other.ValidTo)
        && (other.ValidFrom is null || ValidTo is null || other.ValidFrom <= ValidTo);
}
