using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>Downloads applications (下载申请信息): stored here first, acknowledged then, so that a crash loses nothing and doubles nothing.</summary>
internal sealed class Downloads(
    NpgsqlDataSource database, ExchangeStore store, IMinistryPlatform platform, IServiceScopeFactory scopes, TimeProvider time,
    IOptions<MinistryOptions> options, ILogger<Downloads> log)
{
    /// <summary>Runs when it is due and no other replica does.</summary>
    public async Task RunIfDueAsync(CancellationToken cancellation)
    {
        if ((await store.ProgressAsync(ExchangeKind.ApplicationDownload, cancellation)).NextAt <= time.GetUtcNow())
        {
            await RunAloneAsync(onlyIfDue: true, cancellation);
        }
    }

    /// <summary>Runs now, after another replica that is at it.</summary>
    public Task RunNowAsync(CancellationToken cancellation) => RunAloneAsync(onlyIfDue: false, cancellation);

    private async Task RunAloneAsync(bool onlyIfDue, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (!await AskAsync(connection, onlyIfDue ? ExchangeSql.TryLockDownload : ExchangeSql.LockDownload))
        {
            return;
        }

        try
        {
            var (nextAt, failures) = await store.ProgressAsync(ExchangeKind.ApplicationDownload, cancellation);
            if (!onlyIfDue || nextAt <= time.GetUtcNow())
            {
                await RunAsync(failures, cancellation);
            }
        }
        finally
        {
            await AskAsync(connection, ExchangeSql.UnlockDownload);
        }
    }

    private async Task RunAsync(int failures, CancellationToken cancellation)
    {
        try
        {
            var unnumbered = 0;
            foreach (var division in options.Value.Divisions)
            {
                unnumbered += await DownloadAsync(division, cancellation);
            }

            if (unnumbered > 0)
            {
                throw new InvalidDataException($"{unnumbered} applications came without a number.");
            }

            await store.SucceededAsync(ExchangeKind.ApplicationDownload, time.GetUtcNow() + options.Value.DownloadPeriod);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && Describe(failure) is not null)
        {
            log.LogWarning("The download of applications failed: {Failure}", failure.GetType().Name);
            await store.FailedAsync(
                ExchangeKind.ApplicationDownload, time.GetUtcNow() + ExchangeSchedule.Pause(failures + 1), Describe(failure)!);
        }
    }

    private static string? Describe(Exception failure) =>
        failure is InvalidDataException ? "部级平台下发的申请没有失业登记申请编号，未能下载" : PlatformFaults.Describe(failure);

    // 39号 附件5 三(二)  当申请被地方下载后，其审核状态变更为“审核中”
    private async Task<int> DownloadAsync(string division, CancellationToken cancellation)
    {
        var (after, unnumbered) = ("", 0);
        while (await platform.DownloadAsync(division, after, cancellation) is { Count: > 0 } page)
        {
            var numbers = new List<string>(page.Count);
            foreach (var fields in page.Where(fields => fields.ContainsKey("ADC201")))
            {
                await TakeAsync(division, fields, cancellation);
                numbers.Add(fields["ADC201"]);
            }

            unnumbered += page.Count - numbers.Count;
            if (numbers.Count == 0 || numbers.Max(StringComparer.Ordinal) is not { } last || string.CompareOrdinal(last, after) <= 0)
            {
                break;
            }

            await platform.AcknowledgeAsync(numbers, cancellation);
            after = last;
        }

        return unnumbered;
    }

    private async Task TakeAsync(string division, Dictionary<string, string> fields, CancellationToken cancellation)
    {
        var number = fields["ADC201"];
        if (await store.KnowsAsync(number, cancellation))
        {
            return;
        }

        if (!fields.GetValueOrDefault("AAB301", "").StartsWith(DivisionArea.Of(division), StringComparison.Ordinal))
        {
            await store.NoteHeldAsync(number, division, [new FieldFault("AAB301", "登记失业地不在所下载的行政区划内，请核对后改正")], fields);
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var (application, faults) = await scope.ServiceProvider.GetRequiredService<DownloadIntake>().TakeAsync(number, fields, cancellation);
        await (application is { } id ? store.NoteTakenAsync(number, fields["AAB301"], id) : store.NoteHeldAsync(number, fields["AAB301"], faults, fields));
    }

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(CancellationToken.None) is true;
    }
}
