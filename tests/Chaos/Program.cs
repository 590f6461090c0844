// Chaos [--registrations N] [--workers N] [--sabotage lost|doubled]
// Ends with 0 only if every registration was stored once and counted once. Sabotage must make it end with 1.
using Wenye.Chaos;

var options = ChaosOptions.Parse(args);
if (options is null)
{
    await Console.Error.WriteLineAsync("usage: Chaos [--registrations N] [--workers N] [--sabotage lost|doubled]");
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
