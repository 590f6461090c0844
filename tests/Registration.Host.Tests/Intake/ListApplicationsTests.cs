using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Host.Tests;

/// <summary>Applications of a place, the ones due first.</summary>
public sealed class ListApplicationsTests(RegistrationFixture fixture)
{
    private const string City = "370400";
    private static readonly string[] Counties = ["370402", "370403", "370404"];

    [Fact]
    public async Task Applications_of_a_city_come_page_by_page_in_the_order_in_which_their_review_is_due()
    {
        var office = await fixture.OfficeAsync("370404001001", "虚构社区服务站");
        var all = new List<(DateOnly Due, string Id, ApplicationState State, string Office)>();
        for (var i = 0; i < 12; i++)
        {
            // Taken on different days, so that they are due on different days.
            var on = new DateOnly(2020, 8, 10).AddDays(i % 4);
            var division = Counties[i % Counties.Length];
            var calls = new RegistrationService.RegistrationServiceClient(fixture.On(on, division, "intake", "reviewer"));
            var request = Applications.Submit(Applications.Form(division: division));
            request.Handling = new Handling { OfficeId = division == "370404" ? office : "" };
            var taken = (await calls.SubmitApplicationAsync(request)).Application;
            if (i % 3 == 0)
            {
                taken = (await calls.StartReviewAsync(Applications.StartReview(taken.ApplicationId))).Application;
            }

            all.Add((taken.ReviewDue.Day(), taken.ApplicationId, taken.State, request.Handling.OfficeId));
        }

        var client = fixture.Agency(City, "intake").Client;
        var listed = await ReadAllAsync(client, new ListApplicationsRequest { Division = City, PageSize = 5 });
        listed.Select(one => one.ReviewDue.Day()).ShouldBeInOrder();
        listed.Select(one => one.ApplicationId).ShouldBe(all.Select(one => one.Id), ignoreOrder: true);
        listed.ShouldAllBe(one => one.Form.Name.Contains('*') && one.Steps.Count == 0);

        var pending = await ReadAllAsync(client, new() { Division = City, State = ApplicationState.PendingReview, PageSize = 3 });
        pending.Select(one => one.ApplicationId).ShouldBe(all.Where(one => one.State == ApplicationState.PendingReview).Select(one => one.Id), ignoreOrder: true);
        var before = new DateOnly(2020, 8, 14);
        var overdue = await ReadAllAsync(client, new() { Division = City, DueBefore = before.ToContract(), PageSize = 2 });
        overdue.Select(one => one.ApplicationId).ShouldBe(all.Where(one => one.Due < before).Select(one => one.Id), ignoreOrder: true);
        overdue.Count.ShouldBeInRange(1, 11);
        var here = await ReadAllAsync(client, new() { Division = City, OfficeId = office });
        here.Select(one => one.ApplicationId).ShouldBe(all.Where(one => one.Office.Length > 0).Select(one => one.Id), ignoreOrder: true);
        (await ReadAllAsync(client, new() { Division = "370403" })).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_asks_for_a_place_of_the_callers_own()
    {
        var client = fixture.Agency("370402", "intake").Client;
        var bad = new ListApplicationsRequest
        {
            Division = "3704", State = (ApplicationState)9, OfficeId = "x", PageSize = 201, PageToken = "???",
            DueBefore = new Contracts.Type.V1.Date { Year = 2020, Month = 2, Day = 30 },
        };
        var faults = await Should.ThrowAsync<RpcException>(async () => await client.ListApplicationsAsync(bad));
        faults.Fields().ShouldBe(["division", "state", "due_before", "office_id", "page_size", "page_token"]);

        var other = await Should.ThrowAsync<RpcException>(async () => await client.ListApplicationsAsync(new() { Division = City }));
        other.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    private static async Task<List<Application>> ReadAllAsync(RegistrationService.RegistrationServiceClient client, ListApplicationsRequest request)
    {
        var all = new List<Application>();
        do
        {
            var page = await client.ListApplicationsAsync(request);
            page.Applications.Count.ShouldBeLessThanOrEqualTo(request.PageSize == 0 ? 50 : request.PageSize);
            all.AddRange(page.Applications);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}
