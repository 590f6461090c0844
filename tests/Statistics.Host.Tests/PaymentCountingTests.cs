using Grpc.Core;
using Wenye.Contracts.Events.Payments.V1;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Payments become figures by division, month and benefit, each once.</summary>
public sealed class PaymentCountingTests(StatisticsFixture fixture)
{
    [Fact]
    public async Task Payments_are_summed_by_division_month_and_benefit_and_payees_counted_once()
    {
        var july = new DateOnly(2020, 7, 31);
        await SendAsync(Made("371602", july, "firm-1", 100), Made("371602", july, "firm-1", 50), Made("371602", july, "firm-2", 1));
        await SendAsync(Made("371602", july.AddDays(1), "firm-1", 7), Made("371603", july, "firm-3", 9) with { Benefit = "stabilization.work_training" });

        var counts = await ListAsync("371600", pageSize: 2);

        counts.ShouldBe(
        [
            new PaymentCount { Division = "371602", Month = "2020-07", Benefit = "stabilization.refund.general", Payments = 3, Payees = 2, PaidFen = 151 },
            new PaymentCount { Division = "371602", Month = "2020-08", Benefit = "stabilization.refund.general", Payments = 1, Payees = 1, PaidFen = 7 },
            new PaymentCount { Division = "371603", Month = "2020-07", Benefit = "stabilization.work_training", Payments = 1, Payees = 1, PaidFen = 9 },
        ]);
    }

    [Fact]
    public async Task A_payment_delivered_and_announced_again_counts_once()
    {
        var made = Made("371502", new DateOnly(2020, 7, 1), "firm-1", 100);
        await SendAsync(made);
        await SendAsync(made);

        (await ListAsync("371502", pageSize: 0)).Single().PaidFen.ShouldBe(100);
    }

    [Fact]
    public async Task Another_city_and_a_bad_question_are_refused()
    {
        var client = fixture.Client("370100");
        var other = new ListPaymentCountsRequest { Division = "370200", FromMonth = "2020-01", ToMonth = "2020-12" };
        (await Should.ThrowAsync<RpcException>(async () => await client.ListPaymentCountsAsync(other))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var bad = new ListPaymentCountsRequest { Division = "370100", FromMonth = "2020-13", ToMonth = "2019-12", PageSize = 1001, PageToken = "x" };
        (await Should.ThrowAsync<RpcException>(async () => await client.ListPaymentCountsAsync(bad))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    private static PaymentMade Made(string division, DateOnly on, string payee, long fen) => new()
    {
        PaymentNo = $"ST{Guid.CreateVersion7():n}", Benefit = "stabilization.refund.general", Payee = payee, Division = division, AmountFen = fen, PaidOn = on,
    };

    private async Task SendAsync(params PaymentMade[] payments)
    {
        foreach (var made in payments)
        {
            var message = Guid.CreateVersion7();
            await fixture.PublishAsync(made, message);
            await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 1);
        }
    }

    private async Task<List<PaymentCount>> ListAsync(string division, int pageSize)
    {
        var request = new ListPaymentCountsRequest { Division = division, FromMonth = "2020-07", ToMonth = "2020-08", PageSize = pageSize };
        var counts = new List<PaymentCount>();
        do
        {
            var page = await fixture.Client(division).ListPaymentCountsAsync(request);
            counts.AddRange(page.Counts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return counts;
    }
}
