using Wenye.Benchmarks;
using Wenye.Benchmarks.Bare;
using Wenye.Benchmarks.Certificates;
using Wenye.Benchmarks.Employment;
using Wenye.Benchmarks.Harness;
using Wenye.Benchmarks.Search;
using Wenye.Testing;

// "bare-…" are the baselines, which run as processes of their own like the services they are compared with.
switch (args)
{
    case ["bare-service"]:
        await BareService.RunAsync();
        return 0;
    case ["bare-proxy"]:
        await BareProxy.RunAsync();
        return 0;
    case ["search", var people] when int.TryParse(people, out var count) && count is >= 1_000 and <= SyntheticRegister.MaxPeople:
        Console.WriteLine($"{Report.Machine()}\n{await SearchBenchmark.RunAsync(count)}");
        return 0;
    case ["search"]:
        Console.WriteLine($"{Report.Machine()}\n{await SearchBenchmark.RunAsync(people: null)}");
        return 0;
    case ["screening", var firms] when int.TryParse(firms, out var count) && count is >= 1_000 and <= ScreenedFirms.MostFirms:
        Console.WriteLine($"{Report.Machine()}\n{Report.Of("screening", await ScreeningBenchmark.RunAsync(count))}");
        return 0;
    case ["subsidy", var loans] when int.TryParse(loans, out var count) && count is >= 1_000 and <= 1_000_000:
        Console.WriteLine($"{Report.Machine()}\n{Report.Of("subsidy", await SubsidyBenchmark.RunAsync(count))}");
        return 0;
    case ["months", var posts] when int.TryParse(posts, out var count) && count is >= 1_000 and <= 1_000_000:
        Console.WriteLine($"{Report.Machine()}\n{Report.Of("months", await MonthBenchmark.RunAsync(count))}");
        return 0;
    case ["projection", var events] when int.TryParse(events, out var count) && count is >= 1_000 and <= 20_000_000:
        Console.WriteLine($"{Report.Machine()}\n{Report.Of("projection", await ProjectionBenchmark.RunAsync(count))}");
        return 0;
    case ["audit", var entries] when int.TryParse(entries, out var count) && count is >= 1_000 and <= 20_000_000:
        Console.WriteLine($"{Report.Machine()}\n{Report.Of("audit", await AuditBenchmark.RunAsync(count))}");
        return 0;
    case ["figures", var events] when int.TryParse(events, out var count) && count is >= 1_000 and <= 20_000_000:
        Console.WriteLine($"{Report.Machine()}\n{await FiguresBenchmark.RunAsync(count)}");
        return 0;
    case ["figures"]:
        Console.WriteLine($"{Report.Machine()}\n{await FiguresBenchmark.RunAsync(FiguresBenchmark.UsualEvents)}");
        return 0;
    case ["rebuild", var events] when int.TryParse(events, out var count) && count is >= 1_000 and <= 20_000_000:
        Console.WriteLine($"{Report.Machine()}\n{Report.Of("rebuild", await RebuildBenchmark.RunAsync(count))}");
        return 0;
}

var benchmarks = new Dictionary<string, Func<Task<Comparison>>>(StringComparer.Ordinal)
{
    ["gateway"] = GatewayBenchmark.RunAsync,
    ["submit"] = SubmitBenchmark.RunAsync,
    ["import"] = ImportBenchmark.RunAsync,
    ["roster"] = RosterBenchmark.RunAsync,
    ["attendance"] = AttendanceBenchmark.RunAsync,
    ["claims"] = ClaimsBenchmark.RunAsync,
    ["pipeline"] = PipelineBenchmark.RunAsync,
    ["policy"] = DecisionsBenchmark.OfEligibilityAsync,
    ["decisions"] = DecisionsBenchmark.OfRefundsAsync,
    ["ranking"] = RankingBenchmark.RunAsync,
    ["screening"] = () => ScreeningBenchmark.RunAsync(ScreeningBenchmark.UsualFirms),
    ["loans"] = LoanFileBenchmark.RunAsync,
    ["subsidy"] = () => SubsidyBenchmark.RunAsync(SubsidyBenchmark.UsualLoans),
    ["months"] = () => MonthBenchmark.RunAsync(MonthBenchmark.UsualPosts),
    ["certificates"] = CertificatesBenchmark.RunAsync,
    ["projection"] = () => ProjectionBenchmark.RunAsync(ProjectionBenchmark.UsualEvents),
    ["rebuild"] = () => RebuildBenchmark.RunAsync(RebuildBenchmark.UsualEvents),
    ["audit"] = () => AuditBenchmark.RunAsync(AuditBenchmark.UsualEntries),
    ["validation"] = ValidationBenchmark.RunAsync,
    ["startup"] = StartupBenchmark.RunAsync,
};
if (args.Except(benchmarks.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no benchmark \"{unknown}\". There are: {string.Join(", ", benchmarks.Keys)}, search [PEOPLE], screening [FIRMS], subsidy [LOANS], months [POSTS], audit [ENTRIES], projection [EVENTS], figures [EVENTS], rebuild [EVENTS].");
    return 2;
}
Console.WriteLine(Report.Machine());
foreach (var (name, run) in benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Key, StringComparer.Ordinal)))
{
    Console.WriteLine(Report.Of(name, await run()));
}
if (args.Length == 0)
{
    Console.WriteLine(await SearchBenchmark.RunAsync(people: null));
    Console.WriteLine(await FiguresBenchmark.RunAsync(FiguresBenchmark.UsualEvents));
}
return 0;
