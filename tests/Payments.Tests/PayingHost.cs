using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Tests;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

[assembly: AssemblyFixture(typeof(PayingHost))]

namespace Wenye.Payments.Tests;

/// <summary>A service that does nothing but pay, on a database of its own.</summary>
public sealed class PayingHost : IAsyncLifetime
{
    private readonly TestServers servers = new();
    private IHost host = null!;
    private int pools;

    public TestDatabase Database { get; private set; } = null!;

    public static Caller Reviewer { get; } = new("agency", "370000", new HashSet<string>(StringComparer.Ordinal) { Roles.StabilizationReviewer });

    public static Caller Payer { get; } = new("agency", "370000", new HashSet<string>(StringComparer.Ordinal) { Roles.Payer });

    public async ValueTask InitializeAsync()
    {
        Database = await servers.CreateDatabaseAsync();
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(PersonalDataKeys.Fresh().ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        builder.Configuration["ConnectionStrings:paying"] = Database.ConnectionString;
        builder.Services.AddSingleton<TimeProvider>(FixedClock.On(2020, 7, 10));
        builder.AddServiceDatabase<PayingContext>("paying");
        builder.AddPayments<NoPublicity>("stabilization", "TS");
        host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PayingContext>().Database;
        await database.EnsureCreatedAsync();
        await database.ExecuteSqlRawAsync(LedgerGuard.Sql);
        await database.ExecuteSqlRawAsync(FundMonthGuard.Sql);
    }

    /// <summary>A city that no other test pays in.</summary>
    public string Pool() => $"37{Interlocked.Increment(ref pools):00}00";

    public async Task<T> CallAsync<T>(Func<PaymentDesk, Task<T>> call)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<PaymentDesk>());
    }

    /// <summary>Adds payables and commits.</summary>
    public async Task<IReadOnlyList<Guid>> AddAsync(params IReadOnlyList<NewPayable> payables)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PayingContext>().Database.BeginTransactionAsync();
        var ids = await scope.ServiceProvider.GetRequiredService<Payables>().AddAsync(payables, new HandledBy("agency", "370100", FixedClock.On(2020, 7, 10).GetUtcNow()), CancellationToken.None);
        await transaction.CommitAsync();
        return ids;
    }

    public async Task<IReadOnlyList<Guid>> AddWithoutTransactionAsync(params IReadOnlyList<NewPayable> payables)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Payables>().AddAsync(payables, new HandledBy("agency", "370100", default), CancellationToken.None);
    }

    /// <summary>What someone with the administrator's password could do to the books.</summary>
    public async Task FalsifyAsync(string statement, string pool)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand($"SET session_replication_role = replica; {statement.Replace("$pool", $"'{pool}'", StringComparison.Ordinal)}", connection);
        await command.ExecuteNonQueryAsync();
        Npgsql.NpgsqlConnection.ClearPool(connection);
    }

    public static NewPayable Payable(string pool, long fen) => new(
        "test.benefit", Guid.CreateVersion7(), "payee", "张三", "6222000011112222", "某银行", Fund.EmploymentSubsidy, pool, pool, fen, NeedsPublicity: false);

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)host).DisposeAsync();
        await servers.DisposeAsync();
    }

    private sealed class NoPublicity : IPublicityTerms
    {
        public PublicityTerm Of(Fund fund, string pool, DateOnly day) => new(5, "test");
    }
}

/// <summary>A database with nothing but payments.</summary>
public sealed class PayingContext(DbContextOptions<PayingContext> options) : ServiceDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.AddPayments(PersonalData);
    }
}

/// <summary>A bank's file as a stream.</summary>
internal sealed class BankFile(params IReadOnlyList<BankReturnLine> lines) : IAsyncStreamReader<ImportBankReturnsRequest>
{
    private bool read;

    public ImportBankReturnsRequest Current => new() { Lines = { lines } };

    public Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var more = !read;
        read = true;
        return Task.FromResult(more);
    }
}
