using Aspire.Hosting.ApplicationModel;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.Running;

/// <summary>A project or program: one process for each replica.</summary>
internal sealed class ProcessRunner(
    IResource resource, ProcessRun run, ResourceNotificationService notifications, DistributedApplicationExecutionContext context,
    ConsoleLog log) : ResourceRunner(resource, notifications, log)
{
    private static readonly TimeSpan PollUntilHealthy = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PollWhenHealthy = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _ended = new();
    private ChildProcess[] _processes = [];
    private bool _completed;

    public override string StateText => _completed ? "done" : base.StateText;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReportAsync(KnownResourceStates.Starting);
        var replicas = Resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
        var settings = new ProcessSettings(Resource, context);
        for (var replica = 0; replica < replicas; replica++)
        {
            var prefix = replicas == 1 ? Resource.Name : $"{Resource.Name}-{replica}";
            var command = await settings.CommandAsync(replica, cancellationToken);
            var process = run.Start(command with
            {
                OnLine = line => Log.Write(prefix, line),
                // What a killed process leaves in its temporary folder goes with the run's.
                Environment = new Dictionary<string, string?>(command.Environment, StringComparer.Ordinal) { ["TMPDIR"] = run.Folder },
            });
            _processes = [.. _processes, process];
            _ = WatchAsync(process);
        }
        var end = Task.WhenAll(_processes.Select(process => process.Exited));
        var checks = HealthChecks(replicas);
        if (checks.Length > 0)
        {
            await PollAsync(checks, end, cancellationToken);
        }
        else if (Resource.Annotations.OfType<EndpointAnnotation>().Any())
        {
            await ReportRunningAsync(healthy: true);
        }
        else
        {
            // Without an endpoint it serves nobody: it does its work and ends.
            await ReportRunningAsync(healthy: true);
            var codes = await end.WaitAsync(cancellationToken);
            _completed = true;
            ThrowIfFailed(codes);
        }
    }

    protected override async Task<bool> EndAsync()
    {
        await _ended.CancelAsync();
        var running = _processes.Where(process => !process.HasExited).ToArray();
        await Task.WhenAll(running.Select(process => process.StopAsync()));
        return running.Length > 0;
    }

    private static void ThrowIfFailed(IEnumerable<int> codes)
    {
        if (codes.FirstOrDefault(code => code != 0) is var code and not 0)
        {
            throw new DistributedApplicationException($"it ended with exit code {code}");
        }
    }

    private (HttpHealthAnnotation Check, int Port)[] HealthChecks(int replicas) =>
    [
        .. from check in Resource.Annotations.OfType<HttpHealthAnnotation>()
           from replica in Enumerable.Range(0, replicas)
           select (check, check.Endpoint.EndpointAnnotation.ReplicaPorts[replica]),
    ];

    private async Task PollAsync(
        (HttpHealthAnnotation Check, int Port)[] checks, Task<int[]> end, CancellationToken cancellationToken)
    {
        while (!await AllHealthyAsync(checks, cancellationToken))
        {
            if (end.IsCompleted)
            {
                throw new DistributedApplicationException($"it ended with exit code {(await end)[0]}");
            }
            await Task.Delay(PollUntilHealthy, cancellationToken);
        }
        await ReportRunningAsync(healthy: true);
        _ = KeepPollingAsync(checks);
    }

    private async Task KeepPollingAsync((HttpHealthAnnotation Check, int Port)[] checks)
    {
        var healthy = true;
        using var timer = new PeriodicTimer(PollWhenHealthy);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token) && !_processes.Any(process => process.HasExited))
            {
                var now = await AllHealthyAsync(checks, _ended.Token);
                if (now != healthy)
                {
                    Log.Write($"{Resource.Name} is {(now ? "healthy again" : "not healthy")}");
                    await ReportRunningAsync(now);
                }
                healthy = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The resource stops: its health is of no interest any more.
            return;
        }
    }

    private static async Task<bool> AllHealthyAsync(
        (HttpHealthAnnotation Check, int Port)[] checks, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(checks.Select(c => HealthProbe.IsHealthyAsync(c.Check, c.Port, cancellationToken)));
        return answers.All(healthy => healthy);
    }
}
