using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Pages.Tests;

/// <summary>Two warnings as Statistics would answer them, made up but fixed: a current one of a county, and one that is over.</summary>
internal sealed class FakeWarnings : EarlyWarningService.EarlyWarningServiceBase
{
    public const string Current = "00000000-0000-7000-8000-000000000051";
    private const string Over = "00000000-0000-7000-8000-000000000052";

    public override Task<ListWarningsResponse> ListWarnings(ListWarningsRequest request, ServerCallContext context)
    {
        Caller.From(context).DemandDivision(request.Division);
        var warnings = new[] { Seekers(), Lapsed() }.Where(one => !request.CurrentOnly || one.State == WarningState.Open);
        return Task.FromResult(new ListWarningsResponse { Warnings = { request.Division is "370000" or "370100" ? warnings : [] } });
    }

    public override Task<GetWarningResponse> GetWarning(GetWarningRequest request, ServerCallContext context) => request.WarningId == Current
        ? Task.FromResult(new GetWarningResponse
        {
            Warning = Seekers(),
            Decision = new()
            {
                Program = "statistics.early_warning",
                Findings = { new Finding { Clause = new() { Document = "〔2020〕20号", Item = "二(八)33" }, Answer = Wenye.Contracts.Policy.V1.Answer.Met, Fact = "change", Value = "0.25", Threshold = "0.2" } },
            },
            Drivers = { new Driver { Key = "370102", Value = 350, Base = 250, Change = 100 }, new Driver { Key = "others", Value = 275, Base = 250, Change = 25 } },
            Steps = { new VerificationStep { Sequence = 1, OccurredAt = "2020-11-20T09:00:00+08:00", State = "open", Note = "达到2级" } },
        })
        : throw new RpcException(new(StatusCode.NotFound, "没有该预警，或者不属于本机构的行政区划"));

    private static Warning Seekers() => new()
    {
        WarningId = Current, Title = "新登记失业人数增幅 25%", Division = "370102", Period = "2020-11", Dimension = WarningDimension.Region, Indicator = WarningIndicator.SeekersRise,
        Level = 2, Value = "625", Base = "500", Change = "0.25", Threshold = "0.2", NextThreshold = "0.3", Response = "约谈县（市、区）人民政府，启动专项帮扶", State = WarningState.Open,
        Since = new() { Year = 2020, Month = 11, Day = 20 },
    };

    private static Warning Lapsed() => new()
    {
        WarningId = Over, Title = "终止就业人数增幅 5%", Division = "370103", Period = "2020-10", Dimension = WarningDimension.Region, Indicator = WarningIndicator.EndsRise,
        Value = "105", Base = "100", Change = "0.05", NextThreshold = "0.1", State = WarningState.Lapsed, Since = new() { Year = 2020, Month = 10, Day = 21 },
    };
}
