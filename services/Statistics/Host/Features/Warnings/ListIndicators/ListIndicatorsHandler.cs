using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Verification;

namespace Wenye.Statistics.Features.Warnings.ListIndicators;

/// <summary>The indicators of a division as they stand now (监测指标).</summary>
internal sealed class ListIndicatorsHandler(IndicatorQueries indicators, WarningRules rules)
{
    public async Task<ListIndicatorsResponse> HandleAsync(ListIndicatorsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var (area, month) = (faults.Area(request.Division), faults.Period(request.Period));
        faults.Demand(Enum.IsDefined(request.Dimension), "dimension", "请选择监测维度，不填为全部").ThrowIfAny();
        caller.DemandDivision(request.Division);
        var period = EvaluatedPeriod.Of(request.Division, month);
        var readings = await indicators.ReadAsync(area, period, cancellation);
        return new ListIndicatorsResponse
        {
            Indicators =
            {
                readings.Where(reading => reading.Key.Division == request.Division
                        && (request.Dimension == WarningDimension.Unspecified || (int)request.Dimension == (int)reading.Key.Dimension))
                    .Select(reading => new Indicator
                    {
                        Dimension = (WarningDimension)(int)reading.Key.Dimension,
                        Indicator_ = (WarningIndicator)(int)reading.Key.Indicator,
                        Subject = reading.Key.Subject,
                        Value = reading.Value is { } value ? WarningAnswers.Text(value) : "",
                        Base = reading.Base is { } compared ? WarningAnswers.Text(compared) : "",
                        Decision = rules.Decide(reading, period.End).ToContract(),
                    }),
            },
        };
    }
}
