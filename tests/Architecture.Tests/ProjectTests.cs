using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Wenye.Architecture.Tests;

public sealed class ProjectTests
{
    private const string Kernel = "../../Shared/Policy/Wenye.Policy.csproj";

    public static TheoryData<string> DomainProjects => [.. SourceTree.Files("services", "*.Domain.csproj")];

    public static TheoryData<string> ProductionProjects => [.. SourceTree.ProductionFiles("*.csproj")];

    [Theory]
    [MemberData(nameof(DomainProjects))]
    public void A_domain_project_names_only_the_kernel(string project)
    {
        References(project, "ProjectReference").ShouldBe([Kernel]);
        References(project, "PackageReference").ShouldBeEmpty();
        References(project, "FrameworkReference").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(DomainProjects))]
    public void A_domain_assembly_refers_only_to_the_kernel_and_the_runtime(string project)
    {
        var assembly = Assembly.Load(Path.GetFileNameWithoutExtension(project));
        assembly.GetReferencedAssemblies().Select(reference => reference.Name)
            .ShouldAllBe(name => name == "Wenye.Policy" || name!.StartsWith("System.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_kernel_refers_only_to_yaml_and_the_runtime() =>
        typeof(Policy.Decision).Assembly.GetReferencedAssemblies().Select(reference => reference.Name)
            .ShouldAllBe(name => name == "YamlDotNet" || name!.StartsWith("System.", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(ProductionProjects))]
    public void No_project_refers_to_a_polyfill(string project) => SourceTree.Read(project).ShouldNotContain("eng/polyfills", Case.Sensitive);

    [Theory]
    [MemberData(nameof(ProductionProjects))]
    public void The_ban_on_clocks_holds_in_every_project(string project)
    {
        var text = SourceTree.Read(project);
        text.ShouldNotContain("RunAnalyzers");
        text.ShouldNotContain("RS0030");
        text.ShouldNotContain("Remove=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"");
        text.ShouldNotContain("IsPolyfill");
    }

    [Fact]
    public void Every_project_but_polyfills_gets_the_analyzer_and_its_list()
    {
        XDocument.Parse(SourceTree.Read("Directory.Build.targets")).Descendants("Import")
            .ShouldContain(import => import.Attribute("Project")!.Value.EndsWith("eng/Analyzers.targets", StringComparison.Ordinal)
                && import.Attribute("Condition")!.Value == "'$(IsPolyfill)' != 'true'");
        SourceTree.Read("eng/Analyzers.targets").ShouldContain("Microsoft.CodeAnalysis.BannedApiAnalyzers");
        var banned = SourceTree.Lines("eng/BannedSymbols.txt").Select(line => line.Split(';')[0]).ToList();
        foreach (var member in new[] { "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow" })
        {
            banned.ShouldContain($"P:System.{member}");
        }
    }

    [Fact]
    public void No_source_of_production_reads_the_machine_clock()
    {
        var clock = new Regex(@"\bDateTime(Offset)?\s*\.\s*(Now|UtcNow|Today)\b");
        SourceTree.ProductionFiles("*.cs").Where(path => clock.IsMatch(SourceTree.Read(path))).ShouldBeEmpty();
    }

    private static List<string> References(string project, string kind) =>
        [.. XDocument.Parse(SourceTree.Read(project)).Descendants(kind).Select(reference => reference.Attribute("Include")!.Value)];
}
