using Grpc.Core;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Pages.Tests;

/// <summary>New urban employment as Statistics would answer it for divisions right below, made up but fixed.</summary>
internal sealed class FakeNewEmployment : NewEmploymentService.NewEmploymentServiceBase
{
    public override Task<ListNewEmploymentResponse> ListNewEmployment(ListNewEmploymentRequest request, ServerCallContext context)
    {
        request.Breakdown.ShouldBe(Breakdown.Below);
        var cells = FakeFigures.Cells(request.Division, request.FromPeriod, request.ToPeriod);
        var below = cells.GroupBy(cell => (Part: request.Division.EndsWith("0000", StringComparison.Ordinal) ? cell.County[..4] + "00" : cell.County, cell.Month));
        return Task.FromResult(new ListNewEmploymentResponse
        {
            Figures = { below.Select(cell => new NewEmploymentFigure { Division = cell.Key.Part, Period = cell.Key.Month.ToString(), NewWorkers = cell.Sum(one => 300 + one.Seed) }) },
        });
    }
}
