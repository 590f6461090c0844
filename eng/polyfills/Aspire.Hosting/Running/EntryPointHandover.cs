using System.Reflection;

namespace Aspire.Hosting.Running;

/// <summary>Lets a test run AppHost's entry point and take over what it composed.</summary>
/// <remarks>
/// The entry point runs on a thread of its own and finds this in its execution context. Its <c>Build()</c> waits until the
/// test builds, and its <c>Run()</c> until the test is done.
/// </remarks>
internal sealed class EntryPointHandover(Assembly appHost)
{
    private static readonly AsyncLocal<EntryPointHandover?> Flowing = new();
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _offered = Source<DistributedApplicationBuilder>();
    private readonly TaskCompletionSource<DistributedApplication> _built = Source<DistributedApplication>();
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static EntryPointHandover? Current => Flowing.Value;

    public Assembly AppHost { get; } = appHost;

    public Task Ended => _ended.Task;

    /// <summary>Runs the entry point up to its Build().</summary>
    public Task<DistributedApplicationBuilder> StartAsync(string[] args)
    {
        var thread = new Thread(() => RunEntryPoint(args)) { IsBackground = true, Name = "AppHost entry point" };
        thread.Start();
        return _offered.Task;
    }

    public Task<DistributedApplication> BuildAsync()
    {
        _mayBuild.TrySetResult();
        return _built.Task;
    }

    public void Offer(DistributedApplicationBuilder builder)
    {
        _offered.TrySetResult(builder);
        _mayBuild.Task.GetAwaiter().GetResult();
    }

    public void Built(DistributedApplication application) => _built.TrySetResult(application);

    public void End() => _ended.TrySetResult();

    private static TaskCompletionSource<T> Source<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void RunEntryPoint(string[] args)
    {
        Flowing.Value = this;
        try
        {
            var main = AppHost.EntryPoint ?? throw new InvalidOperationException($"{AppHost} has no entry point");
            main.Invoke(null, main.GetParameters().Length == 0 ? null : [args]);
            _offered.TrySetException(new InvalidOperationException("The entry point ended without building an application"));
        }
        catch (TargetInvocationException failure)
        {
            _offered.TrySetException(failure.InnerException ?? failure);
            _built.TrySetException(failure.InnerException ?? failure);
        }
    }
}
