namespace Wenye.Testing;

/// <summary>Programs of this solution as they were built beside the one that runs, in the same configuration.</summary>
public static class BuiltProgram
{
    /// <summary>The DLL of a project: artifacts/bin/Demo/debug/Demo.dll for one that runs from artifacts/bin/AppHost.Tests/debug.</summary>
    /// <remarks>In its own output folder a program has its own dependencies; copied beside a test it would have the test's.</remarks>
    public static string Dll(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, project + ".dll");
    }
}
