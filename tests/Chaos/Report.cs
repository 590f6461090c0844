using System.Globalization;

namespace Wenye.Chaos;

/// <summary>The table that the run prints.</summary>
internal sealed class Report(TextWriter output)
{
    public void Begin(ChaosOptions options)
    {
        output.WriteLine($"{options.Registrations} registrations by {options.Workers} workers; kill -9 of each part in mid-stream; sabotage: {options.Sabotage}");
        Row("fault", "at", "down s", "recovered s", "retries", "lost", "doubled");
    }

    public void Add(FaultResult result) => Row(
        result.Name, $"{result.At}", Seconds(result.Down), Seconds(result.Recovered), $"{result.Retries}", $"{result.Balance.Lost}", $"{result.Balance.Doubled}");

    public bool End((Balance Balance, bool Passed) final)
    {
        var balance = final.Balance;
        output.WriteLine();
        output.WriteLine(
            $"told {balance.Acknowledged}, stored {balance.Stored}, counted {balance.Counted}, lost {balance.Lost}, doubled {balance.Doubled}, left in the outbox {balance.Pending}");
        output.WriteLine(final.Passed ? "PASSED: each registration is stored once and counted once." : "FAILED: the figures differ.");
        return final.Passed;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private void Row(string name, params string[] cells) =>
        output.WriteLine(name.PadRight(28) + string.Concat(cells.Select(cell => cell.PadLeft(13))));
}
