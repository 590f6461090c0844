using Grpc.Core;
using Wenye.Contracts.Events.Loans.V1;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Loans paid out become figures by division, calendar month and kind of borrower, each drawdown once.</summary>
public sealed class LoanCountingTests(StatisticsFixture fixture)
{
    private static readonly DateOnly August = new(2020, 8, 31);

    [Fact]
    public async Task Drawdowns_are_summed_by_division_calendar_month_and_kind()
    {
        var loan = Guid.CreateVersion7();
        await SendAsync(
            Disbursed("371602", August, 10_000_000), Disbursed("371602", August, 20_000_000),
            Disbursed("371602", August.AddDays(-30), 5) with { LoanId = loan },
            Disbursed("371602", August.AddDays(1), 7) with { LoanId = loan, Drawdown = 2, IsFirst = false },
            Disbursed("371603", August, 300_000_000) with { Kind = "enterprise" });

        var counts = await ListAsync("371600", pageSize: 2);

        counts.ShouldBe(
        [
            new LoanCount { Division = "371602", Month = "2020-08", Kind = "personal", Loans = 3, Drawdowns = 3, AmountFen = 30_000_005 },
            new LoanCount { Division = "371602", Month = "2020-09", Kind = "personal", Drawdowns = 1, AmountFen = 7 },
            new LoanCount { Division = "371603", Month = "2020-08", Kind = "enterprise", Loans = 1, Drawdowns = 1, AmountFen = 300_000_000 },
        ]);
        (await ListAsync("371603", pageSize: 0)).ShouldBe([counts[2]]);
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_whichever_comes_first_and_however_often()
    {
        var wrong = Disbursed("371523", August, 900);
        var right = wrong with { Drawdown = 3, AmountFen = 800 };
        var reversed = new LoanDisbursementReversed
        {
            LoanId = wrong.LoanId, Drawdown = 1, Division = wrong.Division, Kind = wrong.Kind, AmountFen = 900, WasOnly = true, DisbursedOn = August,
        };
        await SendAsync(reversed, wrong, right);
        await SendAsync(right, reversed, wrong);

        (await ListAsync("371523", pageSize: 0)).ShouldBe([new LoanCount { Division = "371523", Month = "2020-08", Kind = "personal", Loans = 1, Drawdowns = 1, AmountFen = 800 }]);
    }

    [Fact]
    public async Task Another_city_another_role_and_a_bad_question_are_refused()
    {
        var asked = new ListLoanCountsRequest { Division = "370200", FromMonth = "2020-01", ToMonth = "2020-12" };
        await RefusedAsync(fixture.Client("370100"), asked, StatusCode.PermissionDenied);
        await RefusedAsync(fixture.Client("370200", "loan-portal"), asked, StatusCode.PermissionDenied);
        var bad = new ListLoanCountsRequest { Division = "3701", FromMonth = "2020-13", ToMonth = "2019-1", PageSize = 1001, PageToken = "x" };
        (await RefusedAsync(fixture.Client("370100"), bad, StatusCode.InvalidArgument)).Fields()
            .ShouldBe(["division", "from_month", "to_month", "page_size", "page_token"], ignoreOrder: true);
    }

    private static async Task<RpcException> RefusedAsync(StatisticsService.StatisticsServiceClient client, ListLoanCountsRequest request, StatusCode code)
    {
        var refusal = await Should.ThrowAsync<RpcException>(async () => await client.ListLoanCountsAsync(request));
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }

    private static LoanDisbursed Disbursed(string division, DateOnly on, long fen) => new()
    {
        LoanId = Guid.CreateVersion7(), Drawdown = 1, Division = division, Kind = "personal", AmountFen = fen, IsFirst = true, DisbursedOn = on,
    };

    private async Task SendAsync(params object[] events)
    {
        var messages = events.Select(evt => (Event: evt, Id: Guid.CreateVersion7())).ToList();
        foreach (var (evt, id) in messages)
        {
            await fixture.PublishAsync(evt, id);
        }

        await Eventually.IsTrueAsync(() => messages.TrueForAll(message => fixture.Deliveries.Of(message.Id) == 1));
    }

    private async Task<List<LoanCount>> ListAsync(string division, int pageSize)
    {
        var request = new ListLoanCountsRequest { Division = division, FromMonth = "2020-08", ToMonth = "2020-09", PageSize = pageSize };
        var counts = new List<LoanCount>();
        do
        {
            var page = await fixture.Client(division).ListLoanCountsAsync(request);
            counts.AddRange(page.Counts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return counts;
    }
}
