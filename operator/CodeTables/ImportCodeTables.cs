namespace Wenye.Operator.CodeTables;

/// <summary>./platform codetables import: takes over the tables of a folder (导入代码表).</summary>
internal static class ImportCodeTables
{
    public static Command Command { get; } = new(
        "codetables import", "目录 [--from yyyy-MM-dd] [--dry-run]", "导入目录中的代码表，报告变更", RunAsync);

    private static Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        throw new UsageException("尚未提供");
    }
}
