using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Pages.Tests;

/// <summary>Figures as Statistics would answer them, made up but fixed: each county of three cities, each month.</summary>
internal sealed class FakeFigures : StatisticsService.StatisticsServiceBase
{
    private static readonly string[] Counties = ["370102", "370103", "370112", "370202", "370203", "370211", "370602", "370611", "371002"];

    public override Task<ListRegistrationCountsResponse> ListRegistrationCounts(ListRegistrationCountsRequest request, ServerCallContext context)
    {
        Caller.From(context).DemandDivision(request.Division);
        return Task.FromResult(new ListRegistrationCountsResponse
        {
            Counts = { Cells(request.Division, request.FromPeriod, request.ToPeriod).Select(cell => new RegistrationCount
            {
                Division = cell.County, Period = cell.Month.ToString(), Registered = 100 + (cell.Seed * 7), Cancelled = 60 + cell.Seed, BecameEmployed = 40 + cell.Seed,
                LiveAtEnd = 3000 + (cell.Seed * 11), LiveAtEndUrban = 2000, LiveAtEndRural = 900, EmploymentsRegistered = 500 + (cell.Seed * 13), HardshipRecognised = 9 + cell.Seed,
            }) },
        });
    }

    public override Task<ListPaymentCountsResponse> ListPaymentCounts(ListPaymentCountsRequest request, ServerCallContext context) => Task.FromResult(new ListPaymentCountsResponse
    {
        Counts = { Cells(request.Division, request.FromMonth, request.ToMonth).SelectMany(cell => new[]
        {
            new PaymentCount { Division = cell.County, Month = cell.Month.ToString(), Benefit = "stabilization.refund.general", Payments = 20, Payees = 20, PaidFen = 123_456_789 },
            new PaymentCount { Division = cell.County, Month = cell.Month.ToString(), Benefit = "training.subsidy", Payments = 50, Payees = 45, PaidFen = 9_000_050 },
        }) },
    });

    public override Task<ListTrainingCountsResponse> ListTrainingCounts(ListTrainingCountsRequest request, ServerCallContext context) => Task.FromResult(new ListTrainingCountsResponse
    {
        Counts = { Cells(request.Division, request.FromMonth, request.ToMonth).Select(cell => new TrainingCount
        {
            Division = cell.County, Month = cell.Month.ToString(), Category = "employment", Trained = 30 + cell.Seed, CertificatesIssued = 25 + cell.Seed,
        }) },
    });

    public override Task<ListLoanCountsResponse> ListLoanCounts(ListLoanCountsRequest request, ServerCallContext context) => Task.FromResult(new ListLoanCountsResponse
    {
        Counts = { Cells(request.Division, request.FromMonth, request.ToMonth).Select(cell => new LoanCount
        {
            Division = cell.County, Month = cell.Month.ToString(), Kind = "personal", Loans = 5 + cell.Seed, Drawdowns = 6, AmountFen = 1_234_567_00L + cell.Seed,
        }) },
    });

    /// <summary>Of the same counties and months.</summary>
    internal static IEnumerable<(string County, YearMonth Month, int Seed)> Cells(string division, string first, string last) =>
        from county in Counties
        where Division.Parse(division).Contains(Division.Parse(county))
        from back in Enumerable.Range(0, 12)
        let month = YearMonth.Parse(last).AddMonths(-back)
        where month >= YearMonth.Parse(first)
        select (county, month, Array.IndexOf(Counties, county) + month.Month);
}
