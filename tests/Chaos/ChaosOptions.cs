using System.Globalization;

namespace Wenye.Chaos;

/// <summary>What the run does wrong on purpose, to show that the audit notices.</summary>
internal enum Sabotage
{
    None,
    Lost,
    Doubled,
}

internal sealed record ChaosOptions(int Registrations, int Workers, Sabotage Sabotage)
{
    /// <summary>Null when the arguments are not understood.</summary>
    public static ChaosOptions? Parse(string[] args)
    {
        var options = new ChaosOptions(1000, 16, Sabotage.None);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var value = args[i + 1];
            var number = int.TryParse(value, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
            options = args[i] switch
            {
                "--registrations" when number >= Fault.Count * 20 => options with { Registrations = number },
                "--workers" when number > 0 => options with { Workers = number },
                "--sabotage" when Enum.TryParse<Sabotage>(value, ignoreCase: true, out var sabotage) => options with { Sabotage = sabotage },
                _ => null,
            };
            if (options is null)
                return null;
        }

        return args.Length % 2 == 0 ? options : null;
    }

    /// <summary>The registrations divided among the faults, the rest to the first.</summary>
    public IEnumerable<int> Shares(int faults) =>
        Enumerable.Range(0, faults).Select(i => (Registrations / faults) + (i < Registrations % faults ? 1 : 0));
}
