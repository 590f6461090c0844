using System.Diagnostics;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Operator.Connection;
using Wenye.Operator.Firms;
using Wenye.Operator.Offices;
using Wenye.Testing;

namespace Wenye.Operator.Seed;

/// <summary>./platform seed --firms: fills a running development system with a synthetic province of firms (生成虚构企业), through its own import.</summary>
/// <remarks>In imports of <see cref="Block"/> firms each: a run that was cut goes on where it stopped.</remarks>
internal static class SeedFirms
{
    private const int Block = 5000;
    private const int MostFirms = 9_999_999;

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        arguments.Only(values: 0, "--firms", "--division", "--seed");
        var count = arguments.Number("--firms", whenAbsent: 10_000, least: 1, most: MostFirms);
        var seed = arguments.Number("--seed", whenAbsent: 1, least: 0, most: 9);
        var division = arguments.Option("--division") ?? "370000";
        using var session = await Session.OpenAsync(arguments, "firm-data", cancellation);
        var synthetic = new SyntheticFirms(await CountiesAsync(session, division, cancellation), count, seed);
        var firms = new FirmDataService.FirmDataServiceClient(session.Calls);
        var name = $"seed-firms-{division}-{seed}-{count}";
        var started = Stopwatch.GetTimestamp();
        var rows = (await FirmImport.SendAsync(firms, $"{name}-pools", SyntheticRows.OfPools(synthetic), cancellation)).Taken;
        for (var first = 0; first < count; first += Block)
        {
            await session.RenewAsync(cancellation);
            var done = Math.Min(first + Block, count);
            var import = await FirmImport.SendAsync(
                firms, $"{name}-{first}", Enumerable.Range(first, done - first).SelectMany(number => SyntheticRows.Of(synthetic.Firm(number))), cancellation);
            rows += import.Taken;
            var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine($"{done:N0} / {count:N0} 户，本批已收 {import.Taken:N0} 行、退回 {import.Rejected:N0} 行，平均每秒 {rows / seconds:N0} 行");
        }

        Console.WriteLine($"{synthetic.Pools.Count} 个统筹地区、{synthetic.Counties.Count} 个县（市、区），共 {rows:N0} 行");
        return 0;
    }

    private static async Task<List<string>> CountiesAsync(Session session, string division, CancellationToken cancellation)
    {
        var (_, all) = await DivisionNames.ReadAsync(new(session.Calls), division[..Math.Min(2, division.Length)], cancellation);
        var area = division.TrimEnd('0').PadRight(2, '0');
        var counties = all.Where(county => county.StartsWith(area, StringComparison.Ordinal) && !county.EndsWith("00", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        return division.Length == 6 && counties.Count > 0 ? counties : throw new UsageException("--division 应为代码表中的省、市或县");
    }
}
