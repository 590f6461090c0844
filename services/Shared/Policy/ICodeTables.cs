namespace Wenye.Policy;

/// <summary>What a code table says about a code (代码表查询结果) on a day.</summary>
public enum CodeStatus
{
    /// <summary>The table is loaded and does not hold the code on that day.</summary>
    Unknown = 0,

    /// <summary>The table holds the code on that day.</summary>
    Known = 1,

    /// <summary>The table itself is not loaded, so nothing can be said about the code.</summary>
    TableNotLoaded = 2,
}

/// <summary>Reference code tables (代码表), as decisions see them.</summary>
/// <remarks>Pure: a snapshot. The same question has the same answer as long as the caller holds the snapshot.</remarks>
public interface ICodeTables
{
    /// <summary>Looks a code up in an edition (代码查询).</summary>
    /// <param name="table">The ministry code under which the document defines the table, e.g. <c>AAB301</c>.</param>
    /// <param name="code">The code, compared character by character.</param>
    /// <param name="on">The day on which the code must be in force.</param>
    CodeStatus Find(string table, string code, DateOnly on);
}
