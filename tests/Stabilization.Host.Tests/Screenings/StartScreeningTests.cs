using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Screenings;

public sealed class StartScreeningTests(ScreeningFixture fixture) : IClassFixture<ScreeningFixture>
{
    [Fact]
    public async Task Everything_at_fault_is_said_at_once()
    {
        var request = new StartScreeningRequest { RequestId = "1", Region = "370102", AsOf = new DateOnly(2020, 7, 11).ToContract() };

        var refusal = await Should.ThrowAsync<RpcException>(async () => await fixture.Client().StartScreeningAsync(request));

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(fault => fault.Field).ShouldBe(["region", "as_of", "kind"]);
    }

    [Fact]
    public async Task A_repeat_gives_the_first_answer_and_the_id_with_other_content_is_refused()
    {
        var client = fixture.Client();
        var request = ScreeningFixture.Request(new(2020, 5, 1), "370100");
        var first = await client.StartScreeningAsync(request);

        (await client.StartScreeningAsync(request)).ShouldBe(first);
        var other = request.Clone();
        other.Region = "370300";
        (await Should.ThrowAsync<RpcException>(async () => await client.StartScreeningAsync(other))).StatusCode.ShouldBe(StatusCode.AlreadyExists);
    }

    [Fact]
    public async Task Of_one_region_day_and_kind_one_run_goes_on_at_a_time()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await fixture.Client().StartScreeningAsync(ScreeningFixture.Request(new(2020, 5, 2)));
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        starts.ShouldContain(StatusCode.OK);
        starts.Where(status => status != StatusCode.OK).ShouldAllBe(status => status == StatusCode.FailedPrecondition);
        (await fixture.Database.ReadAsync<long>("select count(*) from screening where as_of = date '2020-05-02'")).ShouldBe(starts.Count(status => status == StatusCode.OK));
    }

    [Fact]
    public async Task A_region_without_firms_ends_at_once_and_empty()
    {
        var run = await fixture.RunAsync(new(2020, 5, 3), "371300");

        (run.State, run.Firms, run.Decided).ShouldBe((ScreeningState.Finished, 0, 0));
        run.Totals.ShouldHaveSingleItem().AmountFen.ShouldBe(0);
    }

    [Fact]
    public async Task A_city_screens_and_sees_its_own_pool_alone()
    {
        var jinan = fixture.Client("370100");
        (await Should.ThrowAsync<RpcException>(async () => await jinan.StartScreeningAsync(ScreeningFixture.Request(new(2020, 5, 4), "370300"))))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var province = await fixture.RunAsync(new(2020, 5, 4));
        (await Should.ThrowAsync<RpcException>(async () => await jinan.GetScreeningAsync(new() { ScreeningId = province.ScreeningId })))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
        await fixture.RunAsync(new(2020, 5, 4), "370100");

        (await jinan.ListScreeningsAsync(new())).Screenings.ShouldAllBe(run => run.Region == "370100");
        (await Should.ThrowAsync<RpcException>(async () => await jinan.ListScreeningsAsync(new() { Region = "370000" }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Runs_are_listed_page_by_page()
    {
        foreach (var day in Enumerable.Range(5, 3))
        {
            await fixture.RunAsync(new(2020, 5, day), "371100");
        }

        var client = fixture.Client("371100");
        var listed = new List<Screening>();
        var request = new ListScreeningsRequest { PageSize = 2 };
        do
        {
            var page = await client.ListScreeningsAsync(request);
            listed.AddRange(page.Screenings);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.Select(run => run.AsOf.Day).Order().ShouldBe([5, 6, 7]);
        listed.Select(run => run.ScreeningId).ShouldBe(listed.Select(run => run.ScreeningId).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_screen_is_refused_and_a_reviewer_may_read()
    {
        (await Should.ThrowAsync<RpcException>(async () =>
            await fixture.Client("370000", Roles.StabilizationReviewer).StartScreeningAsync(ScreeningFixture.Request(new(2020, 5, 8))))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        await fixture.Client("370000", Roles.StabilizationReviewer).ListScreeningsAsync(new());
        (await Should.ThrowAsync<RpcException>(async () => await fixture.Client("370000", Roles.FirmPortal).ListScreeningsAsync(new()))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Ids_that_are_none_are_told_apart()
    {
        var client = fixture.Client();
        (await Should.ThrowAsync<RpcException>(async () => await client.GetScreeningAsync(new() { ScreeningId = "run" }))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Should.ThrowAsync<RpcException>(async () => await client.GetScreeningAsync(new() { ScreeningId = $"{Guid.CreateVersion7()}" }))).StatusCode.ShouldBe(StatusCode.NotFound);
        var run = await fixture.RunAsync(new(2020, 5, 9), "370300");
        (await Should.ThrowAsync<RpcException>(async () => await client.GetScreeningResultAsync(new() { ScreeningId = run.ScreeningId, CreditCode = "913701000000000000" })))
            .StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Should.ThrowAsync<RpcException>(async () => await client.GetScreeningResultAsync(new() { ScreeningId = run.ScreeningId, CreditCode = ScreenedFirms.CodeOf(4) })))
            .StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task A_run_under_other_parameters_is_left_to_replicas_that_hold_them_and_tells_no_results_yet()
    {
        var foreign = Guid.CreateVersion7();
        await fixture.Database.ReadAsync<long>(
            """
            with run as (
                insert into screening (id, region, as_of, kind, parameter_version, state, requested_by, started_at, firms)
                values ($1, '370000', date '2020-05-10', 1, 'another', 1, 'agency', now(), 1)),
            shard as (insert into screening_shard (screening_id, number, from_id, to_id, failures) values ($1, 0, 1, 1, 0))
            select 1::bigint
            """,
            foreign);

        await fixture.RunAsync(new(2020, 5, 10), "370300");

        (await fixture.DecidedShardsAsync($"{foreign}")).ShouldBe(0);
        (await Should.ThrowAsync<RpcException>(async () =>
            await fixture.Client().GetScreeningResultAsync(new() { ScreeningId = $"{foreign}", CreditCode = ScreenedFirms.CodeOf(1) }))).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }
}
