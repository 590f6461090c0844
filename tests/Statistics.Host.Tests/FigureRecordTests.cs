using Grpc.Core;
using Wenye.Contracts.Events.Loans.V1;
using Wenye.Contracts.Events.Payments.V1;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Every figure opens to the events behind it, which add up to it.</summary>
public sealed class FigureRecordTests(StatisticsFixture fixture)
{
    private static readonly DateOnly September = new(2020, 9, 10);

    [Fact]
    public async Task Figures_of_registration_are_what_their_records_add_up_to_for_the_city_and_each_county()
    {
        var left = Announced.Registered("379522", September);
        var ended = Announced.Employed("379522", September);
        var recognised = Announced.Recognised("379522", September);
        await SendAsync(
            left, Announced.Registered("379522", September), Announced.Registered("379523", September.AddDays(-60)), Announced.Cancelled(left, September.AddDays(3)),
            ended, Announced.Employed("379523", September) with { Manner = "flexible" }, Announced.Ended(ended, September.AddDays(5)), recognised, Announced.Ended(recognised, September));
        foreach (var division in new[] { "379500", "379522", "379523" })
        {
            var figures = (await fixture.Client("379500").GetRegistrationCountAsync(new() { Division = division, Period = "2020-09" })).Count;
            (FigureMeasure Measure, long Figure)[] expected =
            [
                (FigureMeasure.Registered, figures.Registered), (FigureMeasure.Cancelled, figures.Cancelled), (FigureMeasure.BecameEmployed, figures.BecameEmployed),
                (FigureMeasure.LiveAtEnd, figures.LiveAtEnd), (FigureMeasure.EmploymentsRegistered, figures.EmploymentsRegistered),
                (FigureMeasure.EmploymentsEnded, figures.EmploymentsEnded), (FigureMeasure.HardshipRecognised, figures.HardshipRecognised),
                (FigureMeasure.HardshipEnded, figures.HardshipEnded),
            ];
            foreach (var (measure, figure) in expected)
            {
                var (records, told) = await AllAsync(measure, division, "2020-09");
                records.Sum(record => record.Amount).ShouldBe(figure, $"{measure} of {division}");
                told.ShouldBe((figure, records.Count), $"{measure} of {division}");
            }
        }

        var opened = (await AllAsync(FigureMeasure.Cancelled, "379522", "2020-09")).Records.ShouldHaveSingleItem();
        opened.ShouldBe(new FigureRecord
        {
            Division = "379522", Key = left.RegistrationId.ToString(), PersonId = left.PersonId.ToString(), On = new() { Year = 2020, Month = 9, Day = 13 }, Kind = "11", Amount = 1,
            OpenedBy = "wenye.registration.v1.UnemploymentRegisterService/GetRegistration", OpenedWith = left.RegistrationId.ToString(),
        });
        var asked = new ListFigureRecordsRequest { Measure = FigureMeasure.LiveAtEnd, Division = "379500", Period = "2020-08", PersonId = left.PersonId.ToString() };
        (await fixture.Client("379500").ListFigureRecordsAsync(asked)).Figure.ShouldBe(0);
        asked.Measure = FigureMeasure.Registered;
        asked.Period = "2020-09";
        (await fixture.Client("379500").ListFigureRecordsAsync(asked)).Records.ShouldHaveSingleItem().Key.ShouldBe(left.RegistrationId.ToString());
        (await AllAsync(FigureMeasure.EmploymentsRegistered, "379500", "2020-09", "flexible")).Records.ShouldHaveSingleItem().Division.ShouldBe("379523");
    }

    [Fact]
    public async Task An_end_that_came_before_its_beginning_is_taken_off_and_put_back()
    {
        var late = Announced.Registered("379602", September);
        await SendAsync(Announced.Cancelled(late, September.AddDays(1)));
        (await AllAsync(FigureMeasure.LiveAtEnd, "379602", "2020-09")).Figure.ShouldBe((-1, 1));

        await SendAsync(late);
        (await AllAsync(FigureMeasure.LiveAtEnd, "379602", "2020-09")).Figure.ShouldBe((0, 0));
    }

    [Fact]
    public async Task Money_training_and_loans_open_to_what_paid_trained_and_lent()
    {
        var payment = new PaymentMade { PaymentNo = $"WP{Guid.CreateVersion7():n}", Benefit = "welfare_posts.post_subsidy", Payee = Guid.CreateVersion7().ToString(), Division = "379603", AmountFen = 180_000, PaidOn = September };
        var refund = payment with { PaymentNo = $"ST{Guid.CreateVersion7():n}", Benefit = "stabilization.refund.general", Payee = "91370100MA0000007J", AmountFen = 7 };
        var loan = new LoanDisbursed { LoanId = Guid.CreateVersion7(), Drawdown = 1, Division = "379603", Kind = "personal", AmountFen = 900, IsFirst = true, DisbursedOn = September };
        var reversal = new LoanDisbursementReversed { LoanId = loan.LoanId, Drawdown = 1, Division = "379603", Kind = "personal", AmountFen = 900, WasOnly = true, DisbursedOn = September };
        var accepted = new ClassAccepted { ClassId = Guid.CreateVersion7(), Division = "379603", Category = "employment", Mode = "offline", Trainees = 30, Passed = 28, AcceptedOn = September };
        await SendAsync(payment, refund, loan, reversal, loan with { Drawdown = 2, AmountFen = 800 }, accepted);

        var paid = await AllAsync(FigureMeasure.Paid, "379603", "2020-09");
        paid.Figure.ShouldBe((180_007, 2));
        paid.Records.Single(record => record.Kind == payment.Benefit).OpenedBy.ShouldBe("wenye.welfare_posts.v1.PaymentService/ListPayables");
        (await AllAsync(FigureMeasure.Paid, "379603", "2020-09", refund.Benefit)).Records.ShouldHaveSingleItem().OpenedWith.ShouldBe(refund.Payee);
        (await AllAsync(FigureMeasure.Loans, "379603", "2020-09")).Figure.ShouldBe((1, 3));
        var amounts = await AllAsync(FigureMeasure.LoanAmount, "379603", "2020-09");
        amounts.Figure.ShouldBe((800, 3));
        amounts.Records.Select(record => record.Key).ShouldBe([$"{loan.LoanId}/1", $"{loan.LoanId}/1/reversal", $"{loan.LoanId}/2"]);
        amounts.Records.ShouldAllBe(record => record.OpenedWith == loan.LoanId.ToString());
        (await AllAsync(FigureMeasure.Trained, "379603", "2020-09")).Figure.ShouldBe((30, 1));
        (await AllAsync(FigureMeasure.Passed, "379603", "2020-09")).Figure.ShouldBe((28, 1));
    }

    [Fact]
    public async Task Another_city_another_role_and_a_bad_question_are_refused()
    {
        var asked = new ListFigureRecordsRequest { Measure = FigureMeasure.Registered, Division = "370200", Period = "2020-09" };
        await RefusedAsync(fixture.Client("370100"), asked, StatusCode.PermissionDenied);
        await RefusedAsync(fixture.Client("370200", "loan-portal"), asked, StatusCode.PermissionDenied);
        var bad = new ListFigureRecordsRequest { Division = "3701", Period = "2020-13", Kind = new string('x', 65), PersonId = new string('x', 65), PageSize = 1001, PageToken = "x" };
        (await RefusedAsync(fixture.Client("370100"), bad, StatusCode.InvalidArgument)).Fields()
            .ShouldBe(["measure", "division", "period", "kind", "person_id", "page_size", "page_token"], ignoreOrder: true);
    }

    private async Task<(List<FigureRecord> Records, (long Figure, long Total) Figure)> AllAsync(FigureMeasure measure, string division, string period, string kind = "")
    {
        var asked = new ListFigureRecordsRequest { Measure = measure, Division = division, Period = period, Kind = kind, PageSize = 1 };
        var records = new List<FigureRecord>();
        (long, long) told = default;
        do
        {
            var page = await fixture.Client(division[..4] + "00").ListFigureRecordsAsync(asked);
            page.HasFigure.ShouldBe(asked.PageToken.Length == 0);
            told = page.HasFigure ? (page.Figure, page.Total) : told;
            records.AddRange(page.Records);
            asked.PageToken = page.NextPageToken;
        }
        while (asked.PageToken.Length > 0);
        return (records, told);
    }

    private async Task SendAsync(params object[] events)
    {
        foreach (var one in events)
        {
            var message = Guid.CreateVersion7();
            await fixture.PublishAsync(one, message);
            await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 1);
        }
    }

    private static async Task<RpcException> RefusedAsync(StatisticsService.StatisticsServiceClient client, ListFigureRecordsRequest request, StatusCode code)
    {
        var refused = await Should.ThrowAsync<RpcException>(async () => await client.ListFigureRecordsAsync(request));
        refused.StatusCode.ShouldBe(code);
        return refused;
    }
}
