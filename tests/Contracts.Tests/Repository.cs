namespace Wenye.Contracts.Tests;

/// <summary>Where protos, snapshots and buf lie.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Folder;

    public static string TestFolder { get; } = Path.Combine(Root, "tests", "Contracts.Tests");
}
