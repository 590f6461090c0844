using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wenye.Benchmarks.Firms;
using Wenye.CodeTables;
using Wenye.Operator.Firms;
using Wenye.Policy;
using Wenye.Stabilization.Data;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.FirmData;

/// <summary>The synthetic province of seeding and of benchmarks: every row is taken, and COPY leaves what the import leaves.</summary>
public sealed class SyntheticFirmTests(StabilizationFixture fixture)
{
    private static readonly DateOnly Day = new(2020, 7, 10);

    private static IReadOnlyList<string> Counties { get; } =
    [
        .. CodeTableSet.Shipped.Entries("AAB301").Where(entry => entry.IsValidOn(Day) && entry.Code.StartsWith("37", StringComparison.Ordinal))
            .Select(entry => entry.Code).Where(code => !code.EndsWith("00", StringComparison.Ordinal)).Distinct(),
    ];

    [Fact]
    public async Task Every_row_is_taken_and_copy_leaves_what_the_import_leaves()
    {
        var firms = new SyntheticFirms(Counties, count: 150, seed: 7);
        var agency = new FirmAgency(fixture.Calls("370000", "firm-data"));
        var file = new FirmFile();
        foreach (var row in Enumerable.Range(0, firms.Count).SelectMany(number => SyntheticRows.Of(firms.Firm(number))))
        {
            file.Add(row);
        }

        (await agency.ImportAsync(file)).Faults.ShouldBeEmpty();

        using var scope = fixture.Service.Services.CreateScope();
        var database = scope.ServiceProvider.GetRequiredService<StabilizationDbContext>();
        for (var number = 0; number < firms.Count; number++)
        {
            var firm = firms.Firm(number);
            var id = (await database.Set<Firm>().SingleAsync(one => one.CreditCode == firm.CreditCode, TestContext.Current.CancellationToken)).Id;
            var imported = await database.Set<FirmYear>().AsNoTracking().Where(year => year.FirmId == id).OrderBy(year => year.Year).ToListAsync(TestContext.Current.CancellationToken);
            imported.ShouldBeEquivalentTo(SyntheticFirmLoad.YearsOf(id, firm).ToList());
        }
    }

    [Fact]
    public async Task A_province_is_loaded_and_read_by_ranges()
    {
        var firms = new SyntheticFirms(Counties, count: 300, seed: 8);
        var options = new DbContextOptionsBuilder<StabilizationDbContext>()
            .UseNpgsql((await fixture.Servers.CreateDatabaseAsync()).ConnectionString).Options;
        await using var database = new StabilizationDbContext(options);
        await database.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await database.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        await new SyntheticFirmLoad(options).CopyAsync(connection, firms, TestContext.Current.CancellationToken);
        var kind = Domain.Refunds.RefundKind.Difficult;
        var basis = await RefundBasis.LoadAsync(database, fixture.Service.Services.GetRequiredService<ParameterSet>(), kind, Day, "370000", "379999", TestContext.Current.CancellationToken);

        var read = new List<RefundRow>();
        for (var first = 1; first <= firms.Count; first += 100)
        {
            await foreach (var row in RefundFactsReader.ReadAsync(connection, kind, Day, new(first, first + 99), TestContext.Current.CancellationToken))
            {
                read.Add(row);
            }
        }

        read.Select(row => row.CreditCode).ShouldBe(Enumerable.Range(0, firms.Count).Select(number => firms.Firm(number).CreditCode));
        var facts = read.Select(row => basis.Facts(row)).ToList();
        facts.Count(one => one.Contributions.IsProven && one.LaidOff.IsProven && one.FundMonths.IsProven && one.Size.IsProven && one.CountyBenefit.IsProven).ShouldBeGreaterThan(280);
        facts.Count(one => one.RevenueDrop is { IsProven: true, Value: > 0.3m }).ShouldBeGreaterThan(5);
        facts.ShouldContain(one => one.FundMonths.Value < 12);
    }
}
