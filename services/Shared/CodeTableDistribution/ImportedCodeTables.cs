namespace Wenye.CodeTables.Distribution;

/// <summary>Every imported table as of one version (导入的全部代码表).</summary>
/// <param name="Version">0: nothing was ever imported.</param>
/// <param name="Entries">Whole tables: each overlays the shipped one of its name.</param>
public sealed record ImportedCodeTables(long Version, IReadOnlyList<CodeEntry> Entries);

/// <summary>Where imported tables can be had besides Redis (代码表来处): Registration's database, or Registration.</summary>
public interface ICodeTableOrigin
{
    /// <summary>What it is called in the log and in health, for example "the database".</summary>
    string Name { get; }

    /// <summary>Loads the imported tables (读取).</summary>
    /// <param name="known">The version that the caller holds; null: none.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Null when the known version is still the present one.</returns>
    /// <exception cref="CodeTablesUnavailableException">It does not answer for now.</exception>
    Task<ImportedCodeTables?> LoadAsync(long? known, CancellationToken cancellation);
}

/// <summary>A place does not give code tables for now (暂时读不到代码表).</summary>
public sealed class CodeTablesUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
