using System.Diagnostics;

namespace Wenye.Contracts.Tests;

/// <summary>buf, installed by <c>./platform setup</c> from package-lock.json.</summary>
public sealed class BufTests
{
    [Fact]
    public Task Protos_pass_bufs_standard_lint() => BufAsync(Repository.Root, "lint");

    [Fact]
    public Task Protos_break_no_caller_of_the_released_contracts() =>
        BufAsync(Repository.Root, "breaking", "--against", Path.Combine(Repository.TestFolder, "baseline", "contracts.txtpb"));

    [Fact]
    public async Task A_removed_field_would_be_found()
    {
        var changed = Directory.CreateTempSubdirectory("wenye-buf-");
        try
        {
            CopyProtos(changed.FullName);
            var form = Path.Combine(changed.FullName, "wenye", "statistics", "v1", "statistics_service.proto");
            var text = await File.ReadAllTextAsync(form, TestContext.Current.CancellationToken);
            var without = text.Replace("int64 registered = 3;", "", StringComparison.Ordinal);
            without.ShouldNotBe(text);
            await File.WriteAllTextAsync(form, without, TestContext.Current.CancellationToken);

            var (code, output) = await RunAsync(
                changed.FullName, "breaking", "--against", Path.Combine(Repository.TestFolder, "baseline", "contracts.txtpb"));

            code.ShouldBe(100);
            output.ShouldContain("registered");
        }
        finally
        {
            changed.Delete(recursive: true);
        }
    }

    private static void CopyProtos(string target)
    {
        var source = Path.Combine(Repository.Root, "services", "Shared", "Contracts", "proto");
        foreach (var proto in Directory.EnumerateFiles(source, "*.proto", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, proto));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(proto, copy);
        }
    }

    private static async Task BufAsync(string folder, params string[] arguments)
    {
        var (code, output) = await RunAsync(folder, arguments);
        code.ShouldBe(0, output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder, params string[] arguments)
    {
        var buf = Path.Combine(Repository.TestFolder, "node_modules", ".bin", "buf");
        File.Exists(buf).ShouldBeTrue("buf is missing: run ./platform setup");
        using var process = Process.Start(new ProcessStartInfo(buf, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
