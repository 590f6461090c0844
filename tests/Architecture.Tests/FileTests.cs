using System.Text.RegularExpressions;

namespace Wenye.Architecture.Tests;

public sealed class FileTests
{
    private const int LongFile = 250;
    private const int ProgramLines = 40;

    /// <summary>The AppHost is the whole system on one screen.</summary>
    private const int AppHostLines = 60;

    /// <summary>Words that explain a long file, in a comment at its head.</summary>
    private const string Explanation = "Long because";

    [Fact]
    public void A_long_file_explains_itself() =>
        SourceTree.ProductionFiles("*.cs").Concat(SourceTree.Files("tests", "*.cs"))
            .Select(path => (Path: path, Lines: SourceTree.Lines(path)))
            .Where(file => file.Lines.Length > LongFile && !file.Path.Contains("/Data/Migrations/") && !file.Lines.Take(LongFile).Any(line => line.Contains(Explanation)))
            .Select(file => $"{file.Path}: {file.Lines.Length} lines; split it or say \"{Explanation} …\" in a comment")
            .ShouldBeEmpty();

    [Fact]
    public void Program_is_the_host_at_a_glance() =>
        SourceTree.ProductionFiles("Program.cs").Select(path => (path, SourceTree.Lines(path).Length))
            .Where(file => file.Length > (file.path.StartsWith("AppHost/", StringComparison.Ordinal) ? AppHostLines : ProgramLines))
            .ShouldBeEmpty();

    [Fact]
    public void Every_rpc_states_its_permission()
    {
        var rpc = new Regex(@"rpc\s+(?<name>\w+)\s*\([^)]*\)\s*returns\s*\([^)]*\)\s*(?<body>;|\{(?<options>[^}]*)\})");
        var calls = SourceTree.Files("services/Shared/Contracts/proto", "*.proto").SelectMany(path => rpc.Matches(SourceTree.Read(path))).ToList();
        calls.ShouldNotBeEmpty();
        calls.Where(call => !Regex.IsMatch(call.Groups["options"].Value, @"\(wenye\.options\.v1\.permission\)\s*=\s*""[a-z_]+(\.[a-z_]+)+"""))
            .Select(call => call.Groups["name"].Value)
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_work_is_left_for_later_in_the_code()
    {
        var leftover = new Regex(@"\b(TODO|FIXME|NotImplementedException)\b");
        SourceTree.ProductionFiles("*.cs").Where(path => leftover.IsMatch(SourceTree.Read(path))).ShouldBeEmpty();
    }
}
