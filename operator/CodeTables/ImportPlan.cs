using Wenye.Contracts.Registration.V1;

namespace Wenye.Operator.CodeTables;

/// <summary>Which files of a folder are imported, and why the others are not (导入计划).</summary>
internal static class ImportPlan
{
    /// <param name="files">The folder's files.</param>
    /// <param name="known">The tables that the system knows.</param>
    /// <param name="only">Import this table only; null: all.</param>
    /// <param name="everything">Also the tables that come with Wenye complete: a new edition, or asked for by name.</param>
    /// <returns>Each file; with a reason, in Chinese, where it is left out.</returns>
    public static IEnumerable<(TableFile File, string? LeftOut)> Of(
        IReadOnlyList<TableFile> files, IReadOnlyDictionary<string, CodeTable> known, string? only, bool everything)
    {
        var chosen = files.Where(file => file.Table is not null).GroupBy(file => file.Table, StringComparer.Ordinal)
            .ToDictionary(table => table.Key!, table => table.MinBy(file => file.Rank)!, StringComparer.Ordinal);
        foreach (var file in files)
        {
            yield return (file, file.Table is null ? file.Why
                : only is not null && file.Table != only ? $"本次只导入 {only}"
                : !everything && known.GetValueOrDefault(file.Table) is { PrintedInFull: true } ? "文件已印全、随系统发布，无需导入（部里发布新版时用 --from 指明生效日期）"
                : chosen[file.Table] != file ? $"{file.Table} 改用更完整或更新的 {Path.GetFileName(chosen[file.Table].Path)}"
                : null);
        }
    }
}
