using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Wenye.Polyfills.Tests;

/// <summary>The substitution of eng/Polyfills.targets, as MSBuild evaluates it for every project of the solution.</summary>
public sealed partial class SubstitutionTests(SubstitutionTests.Evaluation evaluation) : IClassFixture<SubstitutionTests.Evaluation>
{
    [Fact]
    public void Without_polyfills_none_is_in_the_graph() =>
        evaluation.Lines.Where(line => !line.UsePolyfills && line.IsPolyfillProject).ShouldBeEmpty();

    [Fact]
    public void Without_polyfills_every_package_stays_a_package()
    {
        var replaced = evaluation.Lines.Where(line => line is { UsePolyfills: true, IsPolyfillProject: true })
            .Select(line => (line.Project, Id: Path.GetFileNameWithoutExtension(line.Reference)));
        var packages = evaluation.Lines.Where(line => line is { UsePolyfills: false, Kind: "package" })
            .Select(line => (line.Project, Id: line.Reference)).ToHashSet();

        // A polyfill that no project names stands for what a served package needs: restore finds the true one by itself.
        replaced.Where(use => evaluation.Names(use.Project, use.Id)).Except(packages).ShouldBeEmpty();
    }

    [Fact]
    public void With_polyfills_no_package_that_has_one_is_left() =>
        evaluation.Lines.Where(line => line is { UsePolyfills: true, Kind: "package" } && Repository.PolyfillIds.Contains(line.Reference))
            .ShouldBeEmpty();

    [Fact]
    public void With_polyfills_each_is_used_once_a_project() =>
        evaluation.Lines.Where(line => line is { UsePolyfills: true, IsPolyfillProject: true })
            .GroupBy(line => line).Where(same => same.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void Every_project_of_the_solution_was_evaluated_both_ways()
    {
        foreach (var usePolyfills in new[] { true, false })
        {
            evaluation.Lines.Where(line => line.UsePolyfills == usePolyfills).Select(line => line.Project).Distinct(StringComparer.Ordinal)
                .ShouldBe(Evaluation.Projects, ignoreOrder: true);
        }
    }

    /// <summary>One reference of one project: a package by id, a project by path.</summary>
    public sealed record Line(bool UsePolyfills, string Project, string Kind, string Reference)
    {
        public bool IsPolyfillProject => Kind == "project" && Reference.Contains("/eng/polyfills/", StringComparison.Ordinal);
    }

    /// <summary>One run of MSBuild over all projects, with and without polyfills.</summary>
    public sealed partial class Evaluation : IAsyncLifetime
    {
        public static IReadOnlyList<string> Projects { get; } =
            [.. ProjectPath.Matches(File.ReadAllText(Path.Combine(Repository.Root, "Platform.sln")))
                .Select(match => Path.Combine(Repository.Root, match.Groups["path"].Value.Replace('\\', '/')))];

        public IReadOnlyList<Line> Lines { get; private set; } = [];

        public bool Names(string project, string packageId) =>
            Lines.Contains(new Line(UsePolyfills: false, project, "package", packageId));

        public async ValueTask InitializeAsync()
        {
            using var msbuild = Process.Start(new ProcessStartInfo("dotnet",
                ["msbuild", "ReferenceList.proj", "-nologo", "-v:minimal", "-nodeReuse:false"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                Environment = { ["ProjectList"] = string.Join(';', Projects) },
                WorkingDirectory = Path.Combine(Repository.Root, "tests", "Polyfills.Tests", "Substitution"),
            })!;
            var output = await msbuild.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await msbuild.WaitForExitAsync(TestContext.Current.CancellationToken);
            msbuild.ExitCode.ShouldBe(0, output);
            Lines = [.. from line in output.Split('\n')
                        let parts = line.Trim().Split('|')
                        where parts.Length == 4
                        select new Line(parts[0] == "true", parts[1], parts[2], parts[3])];
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
        private static partial Regex ProjectPath { get; }
    }
}
