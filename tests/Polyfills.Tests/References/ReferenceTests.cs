using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Xml.Linq;
using Wenye.Polyfills.Tests.References;

namespace Wenye.Polyfills.Tests;

/// <summary>The served packages' DLLs, as they lie in this project's output, find all they were compiled against.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Polyfills =
        [.. Repository.PolyfillIds.Select(id => Path.Combine(AppContext.BaseDirectory, id + ".dll")).Where(File.Exists)];

    /// <summary>DLLs that name a polyfilled assembly and are neither ours nor polyfills.</summary>
    public static TheoryData<string> Consumers =>
        [.. Directory.GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(path => !Polyfills.Contains(path) && ReferencedAssemblies(path).Intersect(Repository.PolyfillIds).Any())
            .Select(path => Path.GetFileName(path))
            .Where(name => name != "Polyfills.Tests.dll" && !name.StartsWith("Wenye.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Consumers))]
    public void What_a_package_was_compiled_against_is_there(string consumer) =>
        MissingReferences.Find(Path.Combine(AppContext.BaseDirectory, consumer), Polyfills).ShouldBeEmpty();

    /// <summary>The runtime's own check of what metadata does not tell at a glance: interfaces that are implemented in full.</summary>
    [Theory]
    [MemberData(nameof(Consumers))]
    public void Every_type_of_a_package_loads(string consumer) =>
        Should.NotThrow(() => AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, consumer)).GetTypes());

    [Theory]
    [MemberData(nameof(Consumers))]
    public void A_polyfill_is_no_older_than_the_assembly_a_package_was_compiled_against(string consumer)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, consumer)));
        var reader = file.GetMetadataReader();
        foreach (var reference in reader.AssemblyReferences.Select(reader.GetAssemblyReference))
        {
            var polyfill = Path.Combine(AppContext.BaseDirectory, reader.GetString(reference.Name) + ".dll");
            if (Polyfills.Contains(polyfill))
            {
                System.Reflection.AssemblyName.GetAssemblyName(polyfill).Version.ShouldBeGreaterThanOrEqualTo(reference.Version, polyfill);
            }
        }
    }

    [Fact]
    public void Every_package_that_the_substitution_names_is_looked_at()
    {
        var needing = XDocument.Load(Path.Combine(Repository.Root, "eng", "Polyfills.targets"))
            .Descendants("PolyfillNeed")
            .SelectMany(need => need.Attribute("Include")!.Value.Split(';'))
            .Distinct(StringComparer.Ordinal);
        needing.Except(Consumers.Select(row => Path.GetFileNameWithoutExtension(row.Data)), StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<string> ReferencedAssemblies(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return [];
        }
        var reader = file.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
