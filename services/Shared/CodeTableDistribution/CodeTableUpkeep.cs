using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Wenye.CodeTables.Distribution;

/// <summary>Keeps this process's snapshot up to date (代码表同步): at the start, when told of a change, and every second.</summary>
/// <remarks>
/// Whatever fails, the process goes on with the snapshot it holds and tries again. Redis tells of changes; the look every second
/// is for what it cannot tell (a flush, a lost message), and all there is while nothing is subscribed.
/// </remarks>
public abstract partial class CodeTableUpkeep : BackgroundService
{
    private static readonly TimeSpan EverySecond = TimeSpan.FromSeconds(1);

    /// <summary>How long a start waits for the imported tables before it goes on with the shipped ones.</summary>
    private static readonly TimeSpan FirstLoad = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _wake = new(0);
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ILogger _log;
    private readonly TimeSpan _interval;
    private bool _subscribed;

    private protected CodeTableUpkeep(CodeTableSource source, CodeTableRedis redis, IConfiguration configuration, ILogger log)
    {
        (Source, Redis, _log) = (source, redis, log);
        _interval = configuration.GetValue("CodeTables:PollInterval", EverySecond);
    }

    private protected CodeTableSource Source { get; }

    private protected CodeTableRedis Redis { get; }

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(FirstLoad);
        try
        {
            await RefreshAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LateStart(FirstLoad.TotalSeconds);
        }

        if (Source.Version is null)
        {
            ShippedOnly();
        }

        await base.StartAsync(cancellationToken);
    }

    /// <summary>Brings the snapshot up to date now (立即同步); never throws but when cancelled.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            await SubscribeAsync();
            await StepAsync(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await _wake.WaitAsync(_subscribed ? _interval : EverySecond, stoppingToken);
            await RefreshAsync(stoppingToken);
        }
    }

    private protected abstract Task StepAsync(CancellationToken cancellation);

    /// <summary>Runs what may fail; null when it did, which the log tells once until it works again.</summary>
    private protected async Task<T?> TryAsync<T>(Outage outage, Func<Task<T?>> ask)
    {
        try
        {
            var answer = await ask();
            if (outage.End())
            {
                Answers(outage.Place);
            }

            return answer;
        }
        catch (CodeTablesUnavailableException failure)
        {
            if (outage.Begin())
            {
                DoesNotAnswer(outage.Place, failure.Message, failure.InnerException?.GetType().Name);
            }

            return default;
        }
    }

    private protected void Take(ImportedCodeTables? tables, string origin)
    {
        if (tables is null || tables.Version == Source.Version)
        {
            return;
        }

        try
        {
            Source.Take(tables, origin);
            Took(tables.Version, tables.Entries.Count, origin);
        }
        catch (InvalidDataException)
        {
            Contradictory(tables.Version, origin);
        }
    }

    private async Task SubscribeAsync()
    {
        if (!_subscribed && Redis.IsConfigured)
        {
            _subscribed = await TryAsync(Subscription, () => Redis.SubscribeAsync(Wake));
        }
    }

    private Outage Subscription { get; } = new("Redis (subscription)");

    private void Wake()
    {
        if (_wake.CurrentCount == 0)
        {
            _wake.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "Code tables of version {Version} ({Entries} imported entries) from {Origin}")]
    private partial void Took(long version, int entries, string origin);

    [LoggerMessage(LogLevel.Error, "Code tables of version {Version} from {Origin} contradict themselves; the tables held before stay in force")]
    private partial void Contradictory(long version, string origin);

    [LoggerMessage(LogLevel.Warning, "Code tables: nothing from {Place} ({Message} {Failure}); the tables held stay in force")]
    private partial void DoesNotAnswer(string place, string message, string? failure);

    [LoggerMessage(LogLevel.Information, "Code tables: {Place} answers again")]
    private partial void Answers(string place);

    [LoggerMessage(LogLevel.Warning, "Only the code tables that come with Wenye are loaded; imported ones follow as soon as Redis or Registration gives them")]
    private partial void ShippedOnly();

    [LoggerMessage(LogLevel.Warning, "The imported code tables were not there within {Seconds} s")]
    private partial void LateStart(double seconds);

    /// <summary>Whether a place is out, so that the log tells each change once.</summary>
    private protected sealed class Outage(string place)
    {
        public string Place => place;

        public bool IsOut { get; private set; }

        /// <summary>Whether it was not out before.</summary>
        public bool Begin() => !IsOut && (IsOut = true);

        /// <summary>Whether it was out before.</summary>
        public bool End()
        {
            var was = IsOut;
            IsOut = false;
            return was;
        }
    }
}
