namespace Wenye.Polyfills.Tests;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Folder;

    /// <summary>Ids of the packages that have a polyfill.</summary>
    public static IReadOnlyList<string> PolyfillIds { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "eng", "polyfills"), "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];
}
