using Google.Rpc;
using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Host.Tests;

/// <summary>Figures are read by division and period, by those whose division it is.</summary>
public sealed class QueryTests(StatisticsFixture fixture)
{
    [Fact]
    public async Task A_division_covers_everything_below_it()
    {
        await GivenAsync(("371102", "2020-09", 2), ("371103", "2020-09", 3), ("371121", "2020-10", 5));
        var city = fixture.Client("371100");

        (await GetAsync(city, "371100", "2020-09")).Count.Registered.ShouldBe(5);
        (await GetAsync(city, "371103", "2020-09")).Count.Registered.ShouldBe(3);
        (await GetAsync(city, "371121", "2020-09")).Count.Registered.ShouldBe(0);
    }

    [Fact]
    public async Task A_figure_says_which_days_it_covers_and_when_its_report_is_due()
    {
        var answer = await GetAsync(fixture.Client("371200"), "371200", "2020-09");

        answer.Period.Program.ShouldBe("statistics.period");
        answer.Period.Outcome.ShouldBe(Outcome.Granted);
        answer.Period.Outputs["from"].ShouldBe("2020-08-21");
        answer.Period.Outputs["to"].ShouldBe("2020-09-20");
    }

    [Fact]
    public async Task A_list_is_paged_in_order_of_division_then_period()
    {
        await GivenAsync(("371302", "2020-09", 1), ("371302", "2020-10", 2), ("371311", "2020-09", 3), ("371312", "2020-11", 4), ("371312", "2020-12", 5));
        var client = fixture.Client("371300");
        var request = new ListRegistrationCountsRequest { Division = "371300", FromPeriod = "2020-09", ToPeriod = "2020-11", PageSize = 3 };

        var first = await client.ListRegistrationCountsAsync(request);
        request.PageToken = first.NextPageToken;
        var second = await client.ListRegistrationCountsAsync(request);

        first.Counts.Select(count => (count.Division, count.Period, count.Registered))
            .ShouldBe([("371302", "2020-09", 1), ("371302", "2020-10", 2), ("371311", "2020-09", 3)]);
        second.Counts.ShouldHaveSingleItem().Registered.ShouldBe(4);
        second.NextPageToken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("37", "2020-09", "division")]
    [InlineData("370102", "2020-13", "period")]
    [InlineData("370102", "202009", "period")]
    public async Task A_bad_question_names_its_field(string division, string period, string field)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await GetAsync(fixture.Client("370000"), division, period));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Fields(error).ShouldBe([field]);
    }

    [Fact]
    public async Task A_bad_list_names_every_field_at_fault()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await fixture.Client("370000").ListRegistrationCountsAsync(
            new ListRegistrationCountsRequest { Division = "370000", FromPeriod = "2020-10", ToPeriod = "2020-09", PageSize = 1001, PageToken = "mine" }));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        Fields(error).ShouldBe(["to_period", "page_size", "page_token"]);
    }

    [Fact]
    public async Task A_page_token_belongs_to_its_question()
    {
        await GivenAsync(("371402", "2020-09", 1), ("371403", "2020-09", 1));
        var client = fixture.Client("371400");
        var request = new ListRegistrationCountsRequest { Division = "371400", FromPeriod = "2020-09", ToPeriod = "2020-09", PageSize = 1 };
        var token = (await client.ListRegistrationCountsAsync(request)).NextPageToken;

        var error = await Should.ThrowAsync<RpcException>(async () => await client.ListRegistrationCountsAsync(
            new ListRegistrationCountsRequest(request) { Division = "371402", PageToken = token }));

        Fields(error).ShouldBe(["page_token"]);
    }

    [Fact]
    public async Task Another_divisions_figures_and_a_caller_without_the_role_are_denied()
    {
        var other = await Should.ThrowAsync<RpcException>(async () => await GetAsync(fixture.Client("370200"), "370100", "2020-09"));
        other.StatusCode.ShouldBe(StatusCode.PermissionDenied);

        var above = await Should.ThrowAsync<RpcException>(async () => await GetAsync(fixture.Client("370200"), "370000", "2020-09"));
        above.StatusCode.ShouldBe(StatusCode.PermissionDenied);

        var intake = await Should.ThrowAsync<RpcException>(async () => await GetAsync(fixture.Client("370200", "intake"), "370200", "2020-09"));
        intake.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<GetRegistrationCountResponse> GetAsync(
        StatisticsService.StatisticsServiceClient client, string division, string period) =>
        await client.GetRegistrationCountAsync(new GetRegistrationCountRequest { Division = division, Period = period });

    private static IEnumerable<string> Fields(RpcException error) =>
        error.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? [];

    private async Task GivenAsync(params (string Division, string Period, long Registered)[] figures)
    {
        foreach (var (division, period, registered) in figures)
        {
            await fixture.ReadAsync<long>(
                "insert into registration_count (division, period, registered) values ($1, $2, $3) returning registered", division, period, registered);
        }
    }
}
