using Wenye.Policy;
using Wenye.Statistics.Domain.Warnings;

namespace Wenye.Statistics.Features.Warnings;

/// <summary>Decides whether a reading warns (预警认定), under the rules at the end of its period.</summary>
internal sealed class WarningRules(ParameterSet parameters)
{
    public Decision<WarningLevel> Decide(Reading reading, DateOnly asOf) => EarlyWarning.Decide(
        new()
        {
            Dimension = reading.Key.Dimension,
            Indicator = reading.Key.Indicator,
            Value = reading.Value is { } value ? value : default(Fact<decimal>),
            Base = reading.Base is { } compared ? compared : default(Fact<decimal>),
        },
        parameters.At(Division.Parse(reading.Key.Division), asOf));
}
