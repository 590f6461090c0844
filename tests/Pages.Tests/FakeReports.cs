using Grpc.Core;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Pages.Tests;

/// <summary>Targets and money by fund as Statistics would answer them, made up but fixed.</summary>
internal sealed class FakeReports : ReportService.ReportServiceBase
{
    public override Task<GetReportResponse> GetReport(GetReportRequest request, ServerCallContext context) =>
        request.Division.StartsWith("37", StringComparison.Ordinal)
            ? Task.FromResult(new GetReportResponse { Kind = request.Kind, Period = request.Period, Rows = { new ReportRow { Division = request.Division, Lines = { Lines(request.Kind) } } } })
            : throw new RpcException(new(StatusCode.FailedPrecondition, "没有文件规定该地区的报告期"));

    private static IEnumerable<ReportLine> Lines(ReportKind kind) => kind == ReportKind.Targets
        ?
        [
            Target("achieved", "new_urban_employment", "城镇新增就业", 950_000), Target("lowest", "new_urban_employment", "城镇新增就业", 1_000_000),
            Target("progress", "new_urban_employment", "城镇新增就业", rate: "0.95"), Target("reached", "new_urban_employment", "城镇新增就业", 0),
            Target("achieved", "unemployment_rate", "城镇登记失业率", rate: "0.0332"), Target("lowest", "unemployment_rate", "城镇登记失业率", rate: "0.045"),
            Target("reached", "unemployment_rate", "城镇登记失业率", 1),
        ]
        :
        [
            new() { Measure = "paid", Unit = ReportUnit.Fen, Number = 12_345_678 },
            new() { Measure = "paid", Dimension = "fund", Key = "employment_subsidy", KeyTitle = "就业补助资金", Unit = ReportUnit.Fen, Number = 12_345_678 },
            new() { Measure = "payments", Dimension = "fund", Key = "employment_subsidy", KeyTitle = "就业补助资金", Unit = ReportUnit.Payments, Number = 9 },
        ];

    private static ReportLine Target(string measure, string key, string title, long number = 0, string rate = "")
    {
        var line = new ReportLine { Measure = measure, Dimension = "indicator", Key = key, KeyTitle = title, Unit = rate.Length > 0 ? ReportUnit.Rate : ReportUnit.People };
        if (rate.Length > 0)
        {
            line.Rate = rate;
        }
        else
        {
            line.Number = number;
        }

        return line;
    }
}
