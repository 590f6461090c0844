using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>Before the end of a term people are served and told (第十七条); after it they may be placed a second time (第十八条).</summary>
public sealed class TermTests(WelfarePostsFixture fixture)
{
    private static readonly DateOnly Today = WelfarePostsFixture.Today;
    private readonly PlacementOffice county = new(fixture, "370112");

    [Fact]
    public async Task Services_begin_when_less_than_half_a_year_remains()
    {
        var (soon, later) = (await county.InPostAsync(change: one => one.Until = new(2021, 2, 28)), await county.InPostAsync(change: one => one.Until = new(2021, 3, 1)));
        var (near, over) = (await county.InPostAsync(change: one => one.Until = Today), await county.InPostAsync(change: one => one.Until = Today.AddDays(-1)));

        var due = await county.Office.ListExpiringPlacementsAsync(new() { PageSize = 1 });
        var rest = await county.Office.ListExpiringPlacementsAsync(new() { PageSize = 1, PageToken = due.NextPageToken });

        due.Placements.Concat(rest.Placements).Select(one => one.PlacementId).ShouldBe([near.Id.ToString(), soon.Id.ToString()]);
        var plan = new RecordServicePlanRequest { RequestId = NewId(), PlacementId = soon.Id.ToString(), Plan = "推荐保洁公司岗位三次", Handling = Officer() };
        var planned = await county.Office.RecordServicePlanAsync(plan);
        (planned.Recorded, planned.Placement.PlannedOn).ShouldBe((true, Today.ToContract()));
        (await county.Office.RecordServicePlanAsync(plan)).ShouldBe(planned);
        var early = await county.Office.RecordServicePlanAsync(new() { RequestId = NewId(), PlacementId = later.Id.ToString(), Plan = "推荐岗位" });
        (early.Recorded, early.Decision.Outcome, early.Decision.Outputs["notice_from"]).ShouldBe((false, Outcome.Refused, "2020-09-02"));
        var told = await county.Office.RecordNoticeAsync(new()
        {
            RequestId = NewId(), PlacementIds = { soon.Id.ToString(), later.Id.ToString(), over.Id.ToString() }, ToldOn = Today.ToContract(),
        });
        told.Recorded.ShouldBe(1);
        told.NotDue.ShouldBe([later.Id.ToString(), over.Id.ToString()], ignoreOrder: true);
        (await county.Office.ListExpiringPlacementsAsync(new() { NotNoticed = true })).Placements.Single().PlacementId.ShouldBe(near.Id.ToString());
        var read = await county.Office.GetPlacementAsync(new() { PlacementId = soon.Id.ToString() });
        read.Steps.Select(step => step.Note).ShouldBe(["期满前就业服务：推荐保洁公司岗位三次", "已告知补贴期满日期"]);
        (await RefusedAsync(county.Portal.RecordServicePlanAsync(plan))).Reason().ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task Only_after_the_term_is_someone_taken_on_with_a_subsidy()
    {
        var (over, running) = (await county.InPostAsync(change: one => one.Until = new(2020, 7, 31)), await county.InPostAsync());

        var taken = await county.Office.RecordConversionAsync(Convert(over.Id));
        var early = await county.Office.RecordConversionAsync(Convert(running.Id));

        (taken.Recorded, taken.Placement.ConvertedOn).ShouldBe((true, new DateOnly(2020, 8, 1).ToContract()));
        early.Recorded.ShouldBeFalse();
        NotMet(early.Decision).ShouldBe(["鲁人社字〔2020〕36号 第十七条"]);

        static RecordConversionRequest Convert(Guid placement) =>
            new() { RequestId = NewId(), PlacementId = placement.ToString(), ContractFrom = new DateOnly(2020, 8, 1).ToContract(), Handling = Officer() };
    }

    [Fact]
    public async Task A_year_without_work_after_the_term_a_second_placement_is_made_and_filed_upward()
    {
        var person = await county.RecognisedAsync();
        await EarlierAsync(person, until: new(2019, 8, 31));

        var signed = await county.Office.SignContractAsync(Contract(await county.ConfirmedAsync(await county.PostAsync(), person)));

        (signed.Signed, signed.Placement.Ordinal, signed.Placement.State).ShouldBe((true, 2, PlacementState.InPost));
        signed.Decisions.Single(one => one.Program == "welfare_posts.replacement").Outcome.ShouldBe(Outcome.Granted);
        var filing = new RecordFilingRequest
        {
            RequestId = NewId(), PlacementId = signed.Placement.PlacementId, Document = "虚构备〔2020〕1号", FiledOn = Today.ToContract(), Handling = Officer(),
        };
        var filed = await county.Office.RecordFilingAsync(filing);
        (filed.Placement.FilingDocument, filed.Placement.FiledOn).ShouldBe((filing.Document, filing.FiledOn));
        (await county.Office.RecordFilingAsync(filing)).ShouldBe(filed);
        filing = new() { RequestId = NewId(), PlacementId = (await county.InPostAsync()).Id.ToString(), Document = filing.Document, FiledOn = filing.FiledOn };
        (await RefusedAsync(county.Office.RecordFilingAsync(filing))).Reason().ShouldBe("NOT_A_SECOND_PLACEMENT");
    }

    [Theory]
    [InlineData("2019-09-02", 1)]
    [InlineData("2019-08-31", 2)]
    public async Task Less_than_a_year_or_two_placements_before_are_refused_with_the_clause(string until, int placements)
    {
        var person = await county.RecognisedAsync();
        for (var i = 0; i < placements; i++)
        {
            await EarlierAsync(person, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
        }

        var refused = await county.Office.SignContractAsync(Contract(await county.ConfirmedAsync(await county.PostAsync(), person)));

        refused.Signed.ShouldBeFalse();
        NotMet(refused.Decisions.Single(one => one.Program == "welfare_posts.replacement")).ShouldBe(["鲁人社字〔2020〕36号 第十八条"]);
    }

    [Fact]
    public async Task Work_since_the_term_begins_the_year_anew()
    {
        var person = SyntheticPeople.Person(6_300_007);
        await EarlierAsync(person, until: new(2018, 8, 31));
        var employment = await fixture.Registration.EmployAsync(person, "91370100MA3C01XX0A");
        await county.Employments.EndEmploymentAsync(new()
        {
            RequestId = NewId(), EmploymentId = employment, EndedOn = new DateOnly(2020, 8, 5).ToContract(), ReasonCode = "21", Handling = Officer(),
        });

        var refused = await county.Office.SignContractAsync(Contract(await county.ConfirmedAsync(await county.PostAsync(), person)));

        var decision = refused.Decisions.Single(one => one.Program == "welfare_posts.replacement");
        decision.Findings.Single(finding => finding.Fact == "unemployed_months_since_term").Value.ShouldBe("0");
    }

    [Fact]
    public async Task Who_reads_a_placement_in_full_is_kept_and_others_see_it_masked()
    {
        var person = NewPerson();
        var placement = await county.InPostAsync(person: person);
        var request = new GetPlacementRequest { PlacementId = placement.Id.ToString() };

        (await county.Office.GetPlacementAsync(request)).Placement.Name.ShouldBe(person.Name);
        var masked = (await county.Portal.GetPlacementAsync(request)).Placement;

        (masked.Name, masked.IdNumber).ShouldBe((Masked.Name(person.Name), Masked.Id(person.ResidentId)));
        (await fixture.ReadAsync<long>("select count(*) from placement_reading where placement_id = $1", placement.Id)).ShouldBe(1);
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => fixture.ReadAsync<long>("delete from placement_reading where placement_id = $1 returning id", placement.Id)))
            .SqlState.ShouldNotBeNull();
        var stranger = new PlacementService.PlacementServiceClient(fixture.Calls("370202", "welfare-posts"));
        (await RefusedAsync(stranger.GetPlacementAsync(request))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(county.Office.GetPlacementAsync(new() { PlacementId = NewId() }))).Reason().ShouldBe("PLACEMENT_NOT_FOUND");
    }

    [Fact]
    public async Task Lists_go_on_where_the_page_before_ended_and_never_show_a_whole_name()
    {
        var office = new PlacementOffice(fixture, "370126");
        var post = await office.PostAsync(places: 3);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await office.InPostAsync(post)).Id.ToString());
        }

        var first = await office.Office.ListPlacementsAsync(new() { PostId = post.Id.ToString(), PageSize = 2 });
        var second = await office.Office.ListPlacementsAsync(new() { PostId = post.Id.ToString(), PageSize = 2, PageToken = first.NextPageToken });

        first.Placements.Concat(second.Placements).Select(one => one.PlacementId).ShouldBe(ids);
        first.Placements.ShouldAllBe(one => one.Name.EndsWith("**"));
        (await office.Office.ListPlacementsAsync(new() { State = PlacementState.Left })).Placements.ShouldBeEmpty();
        (await RefusedAsync(office.Office.ListPlacementsAsync(new() { Division = "370202" }))).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(office.Office.ListPlacementsAsync(new() { PostId = "x", PageSize = 1001 }))).Fields().ShouldBe(["page_size", "post_id"], ignoreOrder: true);
    }

    private async Task EarlierAsync(SyntheticPerson person, DateOnly until) => await county.InPostAsync(person: person, started: new(2016, 9, 1), change: one =>
    {
        (one.State, one.Until, one.EndedOn, one.Ground, one.EmploymentEnded) = (PlacementState.Left, until, until, ExitGround.TermEnded, true);
    });
}
