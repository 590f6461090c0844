namespace Wenye.Cases;

/// <summary>Where the repository's files are, seen from wherever the program runs.</summary>
public static class Repository
{
    /// <summary>The root folder: the one that holds Platform.sln.</summary>
    /// <exception cref="DirectoryNotFoundException">Neither the current folder nor the program's lies in the repository.</exception>
    public static string Root { get; } = Find(Directory.GetCurrentDirectory()) ?? Find(AppContext.BaseDirectory)
        ?? throw new DirectoryNotFoundException("No Platform.sln above the current folder or the program's own.");

    /// <summary>The shared cases beside the repository; null where they are not present.</summary>
    public static string? SharedCases => Existing(Path.Combine(Root, "..", "shared", "cases"));

    /// <summary>Shared cases, where present, and every service's policies.</summary>
    public static IReadOnlyList<string> CaseFolders() =>
        [.. new[] { SharedCases }.OfType<string>(), .. ServicePolicies()];

    /// <summary>Folder Policies of each service that has one.</summary>
    public static IEnumerable<string> ServicePolicies() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "services")).Order(StringComparer.Ordinal)
            .Select(service => Existing(Path.Combine(service, "Policies"))).OfType<string>();

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
