using System.Runtime.Versioning;

namespace Wenye.AppHost.Tests.Processes;

/// <summary>However AppHost ends, it leaves no process and no folder.</summary>
[SupportedOSPlatform("linux")]
public sealed class EndOfAppHostTests : IAsyncDisposable
{
    private readonly DirectoryInfo _temp = CreateTemp();

    public async ValueTask DisposeAsync()
    {
        // A test that failed has killed its host: the records of the children stay until the watcher has used them.
        await Eventually.IsTrueAsync(() => AppHostProcess.RunsIn(_temp.FullName).Count == 0);
        _temp.Delete(recursive: true);
    }

    [Fact]
    public async Task Ctrl_C_stops_everything_in_reverse_order_and_exits_with_0()
    {
        using var host = AppHostProcess.Start(_temp.FullName);
        await host.ReadyAsync();
        var children = host.Children;
        children.Count.ShouldBeGreaterThan(8);

        await host.InterruptAsync();

        host.ExitCode.ShouldBe(0);
        children.ShouldAllBe(child => !AppHostProcess.IsAlive(child));
        host.Runs.ShouldBeEmpty();
        File.Exists(Path.Combine(_temp.FullName, "platform.json")).ShouldBeFalse();
        var stopped = host.Lines.Where(line => line.EndsWith(" stopped", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[^2]).ToList();
        stopped.IndexOf("gateway").ShouldBeLessThan(stopped.IndexOf("registration"));
        stopped.IndexOf("registration").ShouldBeLessThan(stopped.IndexOf("rabbitmq"));
        stopped.IndexOf("registration").ShouldBeLessThan(stopped.IndexOf("postgres"));
    }

    [Fact]
    public async Task What_a_killed_AppHost_left_is_reaped_by_the_next_start_or_by_its_watcher()
    {
        using var first = AppHostProcess.Start(_temp.FullName);
        await first.SaidAsync("redis is ready");
        await first.KillAsync(watcherToo: true);
        var left = first.Children;
        left.ShouldContain(child => AppHostProcess.IsAlive(child));

        using var second = AppHostProcess.Start(_temp.FullName);
        await second.SaidAsync("redis is ready");
        left.ShouldAllBe(child => !AppHostProcess.IsAlive(child));
        second.Runs.Count.ShouldBe(1);

        var children = second.Children;
        await second.KillAsync();
        await Eventually.IsTrueAsync(() => second.Runs.Count == 0);
        children.ShouldAllBe(child => !AppHostProcess.IsAlive(child));
    }

    // The server user (postgres) must be able to pass through to its data.
    private static DirectoryInfo CreateTemp()
    {
        var folder = Directory.CreateTempSubdirectory("wenye-end-");
        File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return folder;
    }
}
