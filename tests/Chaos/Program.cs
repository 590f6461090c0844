// Chaos [--registrations N] [--workers N] [--sabotage lost|doubled]
// Chaos screening [FIRMS]
// Chaos subsidy [LOANS]
// Chaos months [POSTS]
// Ends with 0 only if every registration was stored once and counted once. Sabotage must make it end with 1.
using Wenye.Chaos;
using Wenye.Testing;

if (args is ["screening", ..])
{
    var firms = args.Length == 1 ? 1_000_000 : args.Length == 2 && int.TryParse(args[1], out var told) ? told : 0;
    if (firms is < 100_000 or > ScreenedFirms.MostFirms)
    {
        await Console.Error.WriteLineAsync($"usage: Chaos screening [FIRMS], 100000 to {ScreenedFirms.MostFirms}");
        return 2;
    }

    await using var screened = await RunSystem.StartAsync("Stabilization", (database, _) => ScreenedFirms.SeedAsync(database, firms));
    return await new ScreeningChaos(screened, Console.Out).RunAsync(firms) ? 0 : 1;
}

if (args is ["subsidy", ..])
{
    var loans = args.Length == 1 ? SubsidyChaos.UsualLoans : args.Length == 2 && int.TryParse(args[1], out var told) ? told : 0;
    if (loans is < 20_000 or > 1_000_000)
    {
        await Console.Error.WriteLineAsync("usage: Chaos subsidy [LOANS], 20000 to 1000000");
        return 2;
    }

    return await SubsidyChaos.RunAsync(loans, Console.Out) ? 0 : 1;
}

if (args is ["months", ..])
{
    var posts = args.Length == 1 ? MonthChaos.UsualPosts : args.Length == 2 && int.TryParse(args[1], out var told) ? told : 0;
    if (posts is < 5_000 or > 1_000_000)
    {
        await Console.Error.WriteLineAsync("usage: Chaos months [POSTS], 5000 to 1000000");
        return 2;
    }

    return await MonthChaos.RunAsync(posts, Console.Out) ? 0 : 1;
}

var options = ChaosOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("usage: Chaos [--registrations N] [--workers N] [--sabotage lost|doubled], Chaos screening [FIRMS], Chaos subsidy [LOANS], or Chaos months [POSTS]");
    return 2;
}

await using var system = await RunningSystem.StartAsync();
var stream = new RegistrationStream(system, options.Workers);
var audit = new Audit(system, stream);
var report = new Report(Console.Out);
report.Begin(options);
foreach (var (fault, count) in Fault.Plan(system, stream).Zip(options.Shares(Fault.Count)))
{
    var result = await fault.RunAsync(count, audit, options);
    report.Add(result);
    if (!result.Balance.IsEven)
        break;
}

await stream.CompleteAsync();
return report.End(await audit.FinalAsync(options.Registrations)) ? 0 : 1;
