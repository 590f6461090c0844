namespace Wenye.Cases;

/// <summary>Where the repository's files are, seen from wherever the program runs.</summary>
public static class Repository
{
    /// <summary>The root folder: the one that holds Platform.sln.</summary>
    public static string Root { get; } = RepositoryRoot.Folder;

    /// <summary>The shared cases beside the repository; null where they are not present.</summary>
    public static string? SharedCases => Existing(RepositoryRoot.Shared("cases"));

    /// <summary>Shared cases, where present, and every service's policies.</summary>
    public static IReadOnlyList<string> CaseFolders() =>
        [.. new[] { SharedCases }.OfType<string>(), .. ServicePolicies()];

    /// <summary>Folder Policies of each service that has one.</summary>
    public static IEnumerable<string> ServicePolicies() =>
        Directory.EnumerateDirectories(Path.Combine(Root, "services")).Order(StringComparer.Ordinal)
            .Select(service => Existing(Path.Combine(service, "Policies"))).OfType<string>();

    private static string? Existing(string folder) => Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
}
