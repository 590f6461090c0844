using Wenye.Cases;

namespace Wenye.Architecture.Tests;

/// <summary>The repository's own files, without what is built or installed.</summary>
internal static class SourceTree
{
    private static readonly string[] Built = ["artifacts", "bin", "obj", "node_modules", ".git", ".run"];

    /// <summary>Folders of what runs in production.</summary>
    private static readonly string[] Production = ["AppHost", "ServiceDefaults", "gateway", "services"];

    /// <summary>Files of production with this ending, as paths from the root.</summary>
    public static IEnumerable<string> ProductionFiles(string pattern) => Production.SelectMany(folder => Files(folder, pattern));

    /// <summary>Files below a folder, as paths from the root.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(Built.Contains))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Repository.Root, path));
}
