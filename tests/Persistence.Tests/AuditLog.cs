using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

/// <summary>A host whose audit log a test writes, seals, tampers with and verifies.</summary>
internal sealed class AuditLog : IAsyncDisposable
{
    private readonly TestDatabase database;

    private AuditLog(TestDatabase database, ThingsHost host) => (this.database, Host) = (database, host);

    public ThingsHost Host { get; }

    public static async Task<AuditLog> CreateAsync(TestServers servers)
    {
        var fresh = await servers.CreateDatabaseAsync();
        var log = new AuditLog(fresh, await ThingsHost.Create(fresh.ConnectionString).MigratedAsync());
        await fresh.DemandEntriesAsync();
        // A test counts from the beginning: the migration's own entry is another test's.
        await log.TamperAsync("TRUNCATE audit_entry");
        return log;
    }

    /// <summary>A further replica, of another name.</summary>
    public ThingsHost Replica() => ThingsHost.Create(database.ConnectionString);

    /// <summary>An entry each, sealed by so many.</summary>
    public async Task WriteAsync(int first, int count, int sealedBy = 1)
    {
        for (var i = 0; i < count; i++)
        {
            await Host.SaveAsync(first + i, 1);
            if ((i + 1) % sealedBy == 0)
            {
                await SealAsync();
            }
        }
    }

    public Task<long> SealAsync() => Host.Services.GetRequiredService<AuditSealing>().SealAsync(TestContext.Current.CancellationToken);

    public async Task<AuditFindings> VerifyAsync() =>
        await Host.Services.GetRequiredService<AuditVerification>().RunAsync(_ => Task.CompletedTask, TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<AuditFault>> CheckAsync(params IReadOnlyList<AuditHead> told) =>
        Host.Services.GetRequiredService<AuditVerification>().CheckAsync([.. told.Select(head => (head.Number, head.Seq, head.Head))], TestContext.Current.CancellationToken);

    /// <summary>As anybody with a password of the database, and not as the service.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>As a superuser who leaves no trace: every guard is off meanwhile.</summary>
    public Task TamperAsync(string sql) => ExecuteAsync(
        $"""
        ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER;
        {sql};
        ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_append_only; ALTER TABLE audit_seal ENABLE ALWAYS TRIGGER audit_append_only
        """);

    public Task<T> ReadAsync<T>(string sql) => database.ReadAsync<T>(sql);

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
