using Google.Protobuf;
using Grpc.Core;
using Wenye.Contracts.Statistics.V1;
using Wenye.Gateway.Pages.Calls;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Figures;

/// <summary>Figures of a division and the months up to one, as Statistics has them (月度数据).</summary>
internal sealed record MonthFigures(
    IReadOnlyList<RegistrationCount> Registrations, IReadOnlyList<PaymentCount> Payments, IReadOnlyList<TrainingCount> Training, IReadOnlyList<LoanCount> Loans,
    IReadOnlyList<NewEmploymentFigure> NewEmployment);

/// <summary>Reads them, all kinds at once (读取月度数据).</summary>
internal sealed class MonthReader(PageCalls calls)
{
    private const int PageSize = 1000;

    /// <summary>A report of a division and month as it stands now (实时报表); null where no document cuts such periods.</summary>
    /// <exception cref="ServiceUnavailableException">Statistics does not answer, or refuses.</exception>
    public async Task<ReportRow?> ReportAsync(ReportKind kind, string division, string month, string? token, CancellationToken cancellation)
    {
        try
        {
            var report = await calls.AskAsync(
                "statistics", token,
                async (invoker, waiting) => await new ReportService.ReportServiceClient(invoker).GetReportAsync(
                    new() { Kind = kind, Division = division, Period = month, Basis = ReportBasis.Live, Breakdown = Breakdown.None }, cancellationToken: waiting),
                cancellation);
            return report.Rows.Count > 0 ? report.Rows[0] : null;
        }
        catch (ServiceUnavailableException refused) when (refused.InnerException is RpcException { StatusCode: StatusCode.FailedPrecondition })
        {
            return null;
        }
    }

    /// <summary>Everything between two months, both included (读取).</summary>
    /// <param name="division">GB/T 2260.</param>
    /// <param name="from">YYYY-MM.</param>
    /// <param name="to">YYYY-MM.</param>
    /// <param name="token">Of whoever looks; null: the gateway's own.</param>
    /// <param name="cancellation">The request's.</param>
    /// <exception cref="ServiceUnavailableException">Statistics does not answer, or refuses.</exception>
    public async Task<MonthFigures> ReadAsync(string division, string from, string to, string? token, CancellationToken cancellation)
    {
        var registrations = AllAsync(
            new ListRegistrationCountsRequest { Division = division, FromPeriod = from, ToPeriod = to, PageSize = PageSize }, token,
            (client, asked, waiting) => client.ListRegistrationCountsAsync(asked, cancellationToken: waiting), page => page.Counts, page => page.NextPageToken, cancellation);
        var payments = AllAsync(
            new ListPaymentCountsRequest { Division = division, FromMonth = from, ToMonth = to, PageSize = PageSize }, token,
            (client, asked, waiting) => client.ListPaymentCountsAsync(asked, cancellationToken: waiting), page => page.Counts, page => page.NextPageToken, cancellation);
        var training = AllAsync(
            new ListTrainingCountsRequest { Division = division, FromMonth = from, ToMonth = to, PageSize = PageSize }, token,
            (client, asked, waiting) => client.ListTrainingCountsAsync(asked, cancellationToken: waiting), page => page.Counts, page => page.NextPageToken, cancellation);
        var loans = AllAsync(
            new ListLoanCountsRequest { Division = division, FromMonth = from, ToMonth = to, PageSize = PageSize }, token,
            (client, asked, waiting) => client.ListLoanCountsAsync(asked, cancellationToken: waiting), page => page.Counts, page => page.NextPageToken, cancellation);
        var employment = calls.AskAsync(
            "statistics", token,
            async (invoker, waiting) => (await new NewEmploymentService.NewEmploymentServiceClient(invoker).ListNewEmploymentAsync(
                new() { Division = division, FromPeriod = from, ToPeriod = to, Breakdown = Breakdown.Below }, cancellationToken: waiting)).Figures,
            cancellation);
        await Task.WhenAll(registrations, payments, training, loans, employment);
        return new MonthFigures(await registrations, await payments, await training, await loans, await employment);
    }

    private async Task<IReadOnlyList<TFigure>> AllAsync<TRequest, TPage, TFigure>(
        TRequest request,
        string? token,
        Func<StatisticsService.StatisticsServiceClient, TRequest, CancellationToken, AsyncUnaryCall<TPage>> ask,
        Func<TPage, IEnumerable<TFigure>> figures,
        Func<TPage, string> next,
        CancellationToken cancellation)
        where TRequest : IMessage<TRequest>
    {
        var all = new List<TFigure>();
        var pageToken = request.Descriptor.FindFieldByName("page_token").Accessor;
        string following;
        do
        {
            var page = await calls.AskAsync(
                "statistics", token, async (invoker, waiting) => await ask(new StatisticsService.StatisticsServiceClient(invoker), request, waiting), cancellation);
            all.AddRange(figures(page));
            following = next(page);
            pageToken.SetValue(request, following);
        }
        while (following.Length > 0);
        return all;
    }
}
