namespace Wenye.Testing;

/// <summary>Where the working copy lies that a test program was built from. Compiled into each of them.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder that holds Platform.sln.</summary>
    public static string Folder { get; } = Find(AppContext.BaseDirectory);

    /// <summary>A file or folder beside the repository in ../shared; it need not exist.</summary>
    public static string Shared(params string[] path) => Path.GetFullPath(Path.Combine([Folder, "..", "shared", .. path]));

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Platform.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The program runs outside the repository."));
}
