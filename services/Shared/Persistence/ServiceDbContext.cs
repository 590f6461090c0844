using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>The database of one service (服务数据库): its own aggregates plus the outbox, the inbox and the handled requests.</summary>
/// <remarks>Tables, columns, keys and indexes are named in snake_case. A derived context calls the base methods first.</remarks>
public abstract class ServiceDbContext(DbContextOptions options) : DbContext(options)
{
    // The transaction whose writes an entry tells of.
    private Guid? entered;
    private bool isEntering;

    /// <summary>Adds an event to the outbox (发件箱); the SaveChanges that commits the state commits it too.</summary>
    /// <remarks>It is delivered at least once to each queue bound to it; with no queue bound yet it waits.</remarks>
    /// <param name="evt">A record of Wenye.Contracts.Events. It is serialised now, so later changes to it are not seen.</param>
    public void Publish<TEvent>(TEvent evt)
        where TEvent : class => Add(OutboxMessage.Of(evt));

    /// <summary>Adds many events at once (成批写入发件箱), by one COPY in the open transaction: what a batch tells of each of its people.</summary>
    /// <param name="events">As <see cref="Publish"/> would take each.</param>
    /// <param name="cancellationToken">The call's.</param>
    /// <exception cref="InvalidOperationException">There is no transaction: state and events would not commit together.</exception>
    public async Task PublishAsync<TEvent>(IReadOnlyCollection<TEvent> events, CancellationToken cancellationToken)
        where TEvent : class
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException("Publish many inside the transaction that holds their state.");
        if (events.Count > 0)
            await OutboxMessage.CopyAsync((NpgsqlConnection)Database.GetDbConnection(), events.Select(OutboxMessage.Of), cancellationToken);
    }

    /// <summary>Writes by a command and not by saving (直接写库), with an entry of the audit log.</summary>
    /// <param name="write">The command, or several.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        var written = await write();
        await transaction.CommitAsync(cancellation);
        return written;
    }

    /// <summary>Saves what was changed, with an entry of the audit log (保存并留痕).</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        isEntering = EnterChanges();
        try
        {
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            entered = isEntering ? Database.CurrentTransaction?.TransactionId : entered;
            return saved;
        }
        finally
        {
            isEntering = false;
        }
    }

    /// <summary>The audit log (审计留痕); null without a host.</summary>
    internal AuditTrail? Audit { get; } =
        (AuditTrail?)options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService(typeof(AuditTrail));

    /// <summary>Whether an entry tells already of what the transaction wrote, or is being written with it.</summary>
    internal bool IsEntered(Guid transaction) => isEntering || entered == transaction;

    /// <summary>Applies what is pending and gives its names (执行迁移); the log itself may be among it, so that it is entered afterwards.</summary>
    internal async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> pending = [.. await Database.GetPendingMigrationsAsync(cancellation)];
        isEntering = true;
        await Database.MigrateAsync(cancellation);
        isEntering = false;
        return pending;
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        OutboxMessage.Map(modelBuilder.Entity<OutboxMessage>());
        InboxEntry.Map(modelBuilder.Entity<InboxEntry>());
        HandledRequest.Map(modelBuilder.Entity<HandledRequest>());
        AuditEntry.Map(modelBuilder.Entity<AuditEntry>());
        AuditSeal.Map(modelBuilder.Entity<AuditSeal>());
        AuditTelling.Map(modelBuilder.Entity<AuditTelling>());
    }

    /// <summary>The key ring for properties marked IsProtected (个人信息密钥环), for use in OnModelCreating.</summary>
    /// <remarks>Null without a host, as at design time: the shape of a migration does not depend on keys.</remarks>
    protected internal PersonalDataProtector? PersonalData { get; } =
        (PersonalDataProtector?)options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService(typeof(PersonalDataProtector));

    private bool EnterChanges()
    {
        // What a failed save left would be entered twice.
        foreach (var stale in ChangeTracker.Entries<AuditEntry>().ToList())
        {
            stale.State = EntityState.Detached;
        }

        if (Audit is not null && AuditedChanges.Of(ChangeTracker) is { } written)
        {
            Add(Audit.Entry(written));
            return true;
        }

        return false;
    }
}
