namespace Wenye.CodeTables;

/// <summary>Where a process takes its code tables from (代码表来源): always at hand, replaced as a whole when a table changes.</summary>
/// <remarks>Take <see cref="Current"/> once for a whole form: two reads may see two states.</remarks>
public interface ICodeTableSource
{
    /// <summary>The snapshot of now (当前快照): the shipped tables, overlaid by the imported ones.</summary>
    CodeTableSet Current { get; }
}
