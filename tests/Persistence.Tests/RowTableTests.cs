using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Testing;

namespace Wenye.Persistence.Tests;

/// <summary>Rows written past EF Core are what EF Core reads.</summary>
public sealed class RowTableTests(TestServers servers)
{
    [Fact]
    public async Task Every_kind_of_column_is_read_as_it_was_written()
    {
        await using var parcels = await ParcelsAsync();
        await using var connection = await parcels.OpenAsync();
        Parcel[] rows = [Parcel.Full(1), Parcel.Empty(2), Parcel.Full(3) with { Text = "" }];
        await new RowTable<Parcel>(parcels.Model).CopyAsync(connection, rows, TestContext.Current.CancellationToken);
        (await parcels.Parcels.AsNoTracking().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(rows);
    }

    [Fact]
    public async Task A_column_that_only_the_driver_writes_takes_its_way()
    {
        await using var parcels = await ParcelsAsync();
        await using var connection = await parcels.OpenAsync();
        await new RowTable<Weighed>(parcels.Model).CopyAsync(connection, [new(1, 12.50m), new(2, null)], TestContext.Current.CancellationToken);
        (await parcels.Weighed.AsNoTracking().OrderBy(row => row.Id).ToListAsync(TestContext.Current.CancellationToken))
            .ShouldBe([new(1, 12.50m), new(2, null)]);
    }

    [Fact]
    public async Task More_than_one_part_is_one_copy()
    {
        await using var parcels = await ParcelsAsync();
        await using var connection = await parcels.OpenAsync();
        await new RowTable<Parcel>(parcels.Model).CopyAsync(connection, [.. Many(40)], TestContext.Current.CancellationToken);
        (await parcels.Parcels.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(40);
    }

    [Fact]
    public async Task Of_rows_that_cannot_all_be_encoded_none_is_there()
    {
        await using var parcels = await ParcelsAsync();
        await using var connection = await parcels.OpenAsync();
        var table = new RowTable<Parcel>(parcels.Model);
        await Should.ThrowAsync<NullReferenceException>(() => table.CopyAsync(connection, [.. Many(40), null!], TestContext.Current.CancellationToken));
        (await parcels.Parcels.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        await table.CopyAsync(connection, [Parcel.Full(1)], TestContext.Current.CancellationToken);
        (await parcels.Parcels.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task Of_rows_whose_sending_is_cancelled_none_is_there()
    {
        await using var parcels = await ParcelsAsync();
        await using var connection = await parcels.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        var rows = new RowsThat(() => cancelled.Cancel());
        await Should.ThrowAsync<OperationCanceledException>(() => new RowTable<Parcel>(parcels.Model).CopyAsync(connection, rows, cancelled.Token));
        (await parcels.Parcels.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    // Each some 100 kB: forty of them are several parts.
    private static IEnumerable<Parcel> Many(int rows) => Enumerable.Range(1, rows).Select(id => Parcel.Full(id) with { Text = new string('字', 33_000) });

    private async Task<ParcelsDbContext> ParcelsAsync()
    {
        var database = (await servers.CreateDatabaseAsync(TestContext.Current.CancellationToken)).ConnectionString;
        var parcels = new ParcelsDbContext(new DbContextOptionsBuilder<ParcelsDbContext>().UseNpgsql(database).Options, database);
        await parcels.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        return parcels;
    }

    /// <summary>Rows of which one, after a part was sent, makes something happen.</summary>
    private sealed class RowsThat(Action atTwenty) : IReadOnlyList<Parcel>
    {
        public int Count => 40;

        public Parcel this[int index] => throw new NotSupportedException();

        public IEnumerator<Parcel> GetEnumerator()
        {
            foreach (var row in Many(Count))
            {
                if (row.Id == 20)
                {
                    atTwenty();
                }

                yield return row;
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}

/// <summary>A context of plain tables.</summary>
public sealed class ParcelsDbContext(DbContextOptions<ParcelsDbContext> options, string database) : DbContext(options)
{
    public DbSet<Parcel> Parcels => Set<Parcel>();

    public DbSet<Weighed> Weighed => Set<Weighed>();

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Parcel>(parcel =>
        {
            parcel.ToTable("parcel").Property(row => row.Id).ValueGeneratedNever();
            parcel.Property(row => row.Brief).HasMaxLength(20);
        });
        modelBuilder.Entity<Weighed>().ToTable("weighed").Property(row => row.Id).ValueGeneratedNever();
    }
}

/// <summary>A row with a column of each kind that is encoded, and one of each that may be absent.</summary>
public sealed record Parcel(
    int Id, string Text, string? Brief, bool Flag, bool? MaybeFlag, short Small, short? MaybeSmall, int? MaybeInt, long Large, long? MaybeLarge,
    Guid Key, Guid? MaybeKey, DateOnly Day, DateOnly? MaybeDay, DateTimeOffset At, DateTimeOffset? MaybeAt, DayOfWeek Weekday, DayOfWeek? MaybeWeekday)
{
    public static Parcel Full(int id) => new(
        id, "稳业 ñ 🙂", "短", Flag: true, MaybeFlag: false, short.MinValue, short.MaxValue, int.MinValue, long.MaxValue, long.MinValue,
        Guid.Parse("01234567-89ab-cdef-0123-456789abcdef"), Guid.Empty, new(1949, 10, 1), new(2038, 2, 28),
        new(1999, 12, 31, 23, 59, 59, 123, 456, TimeSpan.Zero), new(2020, 11, 20, 8, 0, 0, TimeSpan.Zero), DayOfWeek.Friday, DayOfWeek.Sunday);

    public static Parcel Empty(int id) => new(
        id, "", null, Flag: false, null, 0, null, null, 0, null, Guid.Empty, null, new(1900, 1, 1), null, DateTimeOffset.UnixEpoch, null, default, null);
}

/// <summary>A row whose column is no one's but the driver's.</summary>
public sealed record Weighed(int Id, decimal? Kilograms);
