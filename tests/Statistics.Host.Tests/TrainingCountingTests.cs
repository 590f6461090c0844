using Grpc.Core;
using Wenye.Contracts.Events.Training.V1;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Training becomes figures by division, calendar month and category, each fact once.</summary>
public sealed class TrainingCountingTests(StatisticsFixture fixture)
{
    // In the report period of August (95号), in the month of July.
    private static readonly DateOnly July = new(2020, 7, 31);

    [Fact]
    public async Task Classes_and_certificates_are_summed_by_division_calendar_month_and_category()
    {
        await SendAsync(
            Accepted("371702", July, trainees: 30, passed: 28),
            Accepted("371702", July.AddDays(-30), trainees: 20, passed: 20) with { Mode = "combined" },
            Accepted("371702", July, trainees: 7, passed: 5) with { Mode = "online_platform" },
            Accepted("371702", July.AddDays(1), trainees: 3, passed: 0),
            Accepted("371703", July, trainees: 9, passed: 9) with { Category = "upgrading" },
            Issued("371702", July, 28),
            Issued("371702", July, 20),
            Issued("371700", July.AddDays(1), 4) with { Category = "entrepreneurship" });

        var counts = await ListAsync("371700", pageSize: 2);

        counts.ShouldBe(
        [
            new TrainingCount { Division = "371700", Month = "2020-08", Category = "entrepreneurship", CertificatesIssued = 4 },
            new TrainingCount
            {
                Division = "371702", Month = "2020-07", Category = "employment",
                ClassesAccepted = 3, Trained = 57, TrainedCombined = 20, TrainedOnPlatforms = 7, Passed = 53, CertificatesIssued = 48,
            },
            new TrainingCount { Division = "371702", Month = "2020-08", Category = "employment", ClassesAccepted = 1, Trained = 3 },
            new TrainingCount { Division = "371703", Month = "2020-07", Category = "upgrading", ClassesAccepted = 1, Trained = 9, Passed = 9 },
        ]);
        (await ListAsync("371703", pageSize: 0)).ShouldBe([counts[3]]);
    }

    [Fact]
    public async Task A_fact_delivered_and_announced_again_counts_once()
    {
        var issued = Issued("371402", July, 2);
        object[] facts = [Accepted("371402", July, trainees: 2, passed: 2), issued, Revoked(issued, July)];
        await SendAsync(facts);
        await SendAsync(facts);
        var message = Guid.CreateVersion7();
        var another = Accepted("371402", July, trainees: 1, passed: 1);
        await fixture.PublishAsync(another, message);
        await fixture.PublishAsync(another, message);
        await Eventually.IsTrueAsync(() => fixture.Deliveries.Of(message) == 2);

        (await ListAsync("371402", pageSize: 0)).Single().ShouldBe(new TrainingCount
        {
            Division = "371402", Month = "2020-07", Category = "employment",
            ClassesAccepted = 2, Trained = 3, Passed = 3, CertificatesIssued = 2, CertificatesRevoked = 1,
        });
    }

    [Fact]
    public async Task Revocations_count_in_their_own_month_each_and_before_their_batch_too()
    {
        var issued = Issued("371322", July, 10);
        await SendAsync(Revoked(issued, July.AddDays(1)), Revoked(issued, July.AddDays(1)), issued, Revoked(issued, July));

        var counts = await ListAsync("371322", pageSize: 0);

        counts.Select(count => (count.Month, count.CertificatesIssued, count.CertificatesRevoked)).ShouldBe([("2020-07", 10, 1), ("2020-08", 0, 2)]);
        (await fixture.ReadAsync<long>("select count(*) from revoked_certificate where batch_id = $1", issued.BatchId)).ShouldBe(3);
    }

    [Fact]
    public async Task Another_city_another_role_and_a_bad_question_are_refused()
    {
        var asked = new ListTrainingCountsRequest { Division = "370200", FromMonth = "2020-01", ToMonth = "2020-12" };
        await RefusedAsync(fixture.Client("370100"), asked, StatusCode.PermissionDenied);
        await RefusedAsync(fixture.Client("370200", "training-portal"), asked, StatusCode.PermissionDenied);
        var bad = new ListTrainingCountsRequest { Division = "3701", FromMonth = "2020-13", ToMonth = "2019-1", PageSize = 1001, PageToken = "x" };
        (await RefusedAsync(fixture.Client("370100"), bad, StatusCode.InvalidArgument)).Fields()
            .ShouldBe(["division", "from_month", "to_month", "page_size", "page_token"], ignoreOrder: true);
    }

    private static async Task<RpcException> RefusedAsync(StatisticsService.StatisticsServiceClient client, ListTrainingCountsRequest request, StatusCode code)
    {
        var refusal = await Should.ThrowAsync<RpcException>(async () => await client.ListTrainingCountsAsync(request));
        refusal.StatusCode.ShouldBe(code);
        return refusal;
    }

    private static ClassAccepted Accepted(string division, DateOnly on, int trainees, int passed) => new()
    {
        ClassId = Guid.CreateVersion7(), Division = division, Category = "employment", Mode = "offline", Trainees = trainees, Passed = passed, AcceptedOn = on,
    };

    private static CertificatesIssued Issued(string division, DateOnly on, int count) => new()
    {
        BatchId = Guid.CreateVersion7(), Division = division, Category = "employment", Count = count, IssuedOn = on,
    };

    private static CertificateRevoked Revoked(CertificatesIssued issued, DateOnly on) => new()
    {
        EnrolmentId = Guid.CreateVersion7(), BatchId = issued.BatchId, Division = issued.Division, Category = issued.Category, RevokedOn = on,
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

    private async Task<List<TrainingCount>> ListAsync(string division, int pageSize)
    {
        var request = new ListTrainingCountsRequest { Division = division, FromMonth = "2020-07", ToMonth = "2020-08", PageSize = pageSize };
        var counts = new List<TrainingCount>();
        do
        {
            var page = await fixture.Client(division).ListTrainingCountsAsync(request);
            counts.AddRange(page.Counts);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return counts;
    }
}
