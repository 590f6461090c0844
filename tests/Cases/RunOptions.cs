using System.Text.RegularExpressions;

namespace Wenye.Cases;

/// <summary>What the runner was asked for: folders, and programs by glob.</summary>
public sealed class RunOptions
{
    private readonly Regex[] programs;

    private RunOptions(IReadOnlyList<string> folders, Regex[] programs)
    {
        Folders = folders;
        this.programs = programs;
    }

    /// <summary>Folders to look below.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>Reads <c>[--programs a,b.*] [DIR…]</c>; without folders the shared cases, where present, and those of the services.</summary>
    public static RunOptions Parse(IReadOnlyList<string> args)
    {
        var folders = new List<string>();
        var globs = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--programs" && i + 1 < args.Count)
            {
                globs.AddRange(args[++i].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
            else
            {
                folders.Add(args[i]);
            }
        }

        return new(folders.Count > 0 ? folders : Repository.CaseFolders(), [.. globs.Select(Glob)]);
    }

    /// <summary>Whether cases of this program were asked for; without globs, all are.</summary>
    public bool Wants(string program) => programs.Length == 0 || programs.Any(glob => glob.IsMatch(program));

    private static Regex Glob(string pattern) =>
        new($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
