using System.Reflection;

namespace Wenye.Contracts.Tests;

/// <summary>Where protos, snapshots and buf lie.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepoRoot").Value!;

    public static string TestFolder { get; } = Path.Combine(Root, "tests", "Contracts.Tests");
}
