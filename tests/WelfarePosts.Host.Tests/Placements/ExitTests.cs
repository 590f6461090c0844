using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Host.Tests.Attendance;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Placements;

/// <summary>Whoever leaves does so on a ground of 第二十条; the subsidy stops in the right month, and the way to registration is open again.</summary>
public sealed class ExitTests(WelfarePostsFixture fixture)
{
    private readonly PlacementOffice county = new(fixture, "370116");

    [Fact]
    public async Task Who_left_may_register_as_unemployed_again_with_reason_40()
    {
        var (person, placement) = await county.PlacedAsync();
        var request = End(placement.PlacementId, ExitGround.Resigned);

        var ended = await county.Office.EndPlacementAsync(request);

        (ended.Ended, ended.Decision, ended.Placement.State, ended.Placement.Ground).ShouldBe((true, null, PlacementState.Left, ExitGround.Resigned));
        (ended.Placement.SubsidyStops, ended.Placement.EmploymentEnded).ShouldBe(("2020-10", true));
        (await county.Employments.GetEmploymentAsync(new() { EmploymentId = placement.EmploymentId })).Employment.EndedOn.ShouldBe(WelfarePostsFixture.Today.ToContract());
        (await fixture.Registration.RegisterAgainAsync(person, "40")).Length.ShouldBe(36);
        (await county.Office.EndPlacementAsync(request)).ShouldBe(ended);
        (await RefusedAsync(county.Office.EndPlacementAsync(End(placement.PlacementId, ExitGround.Resigned)))).Reason().ShouldBe("ALREADY_LEFT");
    }

    [Fact]
    public async Task A_term_that_is_not_over_and_absences_below_the_limit_are_no_ground()
    {
        var placement = await county.InPostAsync();
        await new AttendanceFile(county).StateAsync("2020-08", AttendanceFile.Row(placement, worked: 10, absent: 14, inARow: 14));

        var term = await county.Office.EndPlacementAsync(End(placement.Id.ToString(), ExitGround.TermEnded));
        var absent = await county.Office.EndPlacementAsync(End(placement.Id.ToString(), ExitGround.Absent));

        (term.Ended, term.Placement.State, absent.Ended).ShouldBe((false, PlacementState.InPost, false));
        (term.Decision.Outcome, NotMet(term.Decision).Single(), term.Decision.MissingFacts.Count).ShouldBe((Outcome.Refused, "鲁人社字〔2020〕36号 第二十条(二)", 0));
        (absent.Decision.Outcome, NotMet(absent.Decision).Single(), absent.Decision.MissingFacts.Count).ShouldBe((Outcome.Refused, "鲁人社字〔2020〕36号 第二十条(五)", 0));
    }

    [Fact]
    public async Task A_term_that_was_not_decided_is_asked_for()
    {
        var placement = await county.InPostAsync(change: one => one.Until = null);

        var term = await county.Office.EndPlacementAsync(End(placement.Id.ToString(), ExitGround.TermEnded));

        (term.Ended, term.Decision.Outcome, term.Decision.MissingFacts.Single()).ShouldBe((false, Outcome.Incomplete, "term_ended"));
    }

    [Fact]
    public async Task Fifteen_days_absent_in_a_row_by_the_attendance_end_it_and_a_correction_counts()
    {
        var placement = await county.InPostAsync();
        var file = new AttendanceFile(county);
        await file.StateAsync("2020-08", AttendanceFile.Row(placement, worked: 10, absent: 14, inARow: 14));
        await file.StateAsync("2020-08", AttendanceFile.Row(placement, worked: 9, absent: 15, inARow: 15));
        (await county.Office.ListDueExitsAsync(new())).Exits.ShouldContain(one => one.Placement.PlacementId == placement.Id.ToString());

        var ended = await county.Office.EndPlacementAsync(End(placement.Id.ToString(), ExitGround.Absent));

        (ended.Ended, ended.Decision.Outcome, ended.Decision.Outputs["subsidy_stops"]).ShouldBe((true, Outcome.Granted, "2020-10"));
        ended.Decision.Findings[0].Clause.Item.ShouldBe("第二十条(五)");
        (await county.Office.ListDueExitsAsync(new())).Exits.ShouldNotContain(one => one.Placement.PlacementId == placement.Id.ToString());
    }

    [Theory]
    [InlineData(ExitGround.Employed, "第二十条(一)")]
    [InlineData(ExitGround.Pension, "第二十条(三)")]
    [InlineData(ExitGround.Death, "第二十条(三)")]
    [InlineData(ExitGround.CannotWork, "第二十条(四)")]
    [InlineData(ExitGround.SeriousBreach, "第二十条(六)")]
    [InlineData(ExitGround.CriminalLiability, "第二十条(七)")]
    public async Task What_the_office_establishes_is_cited_with_its_clause(ExitGround ground, string clause)
    {
        var placement = await county.InPostAsync();
        var request = End(placement.Id.ToString(), ground);
        (await RefusedAsync(county.Office.EndPlacementAsync(request))).Fields().ShouldBe(["evidence"], ignoreOrder: true, "or twice, for its blank");
        request.Evidence = "虚构的证明材料";

        var ended = await county.Office.EndPlacementAsync(request);

        (ended.Ended, ended.Decision.Findings[0].Clause.Item).ShouldBe((true, clause));
    }

    [Fact]
    public async Task A_ground_of_the_city_is_one_only_where_the_city_lists_it()
    {
        var placement = await county.InPostAsync();
        var request = End(placement.Id.ToString(), ExitGround.City);
        (request.CityGround, request.Evidence) = ("虚构的情形", "虚构的证明材料");

        var answer = await county.Office.EndPlacementAsync(request);

        answer.Ended.ShouldBeFalse();
        answer.Decision.MissingFacts.ShouldContain("welfare_posts.exit_city_grounds");
    }

    [Fact]
    public async Task Two_who_end_it_at_once_end_it_once()
    {
        var placement = await county.InPostAsync(change: one => one.Until = WelfarePostsFixture.Today.AddDays(-1));

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                return (await county.Office.EndPlacementAsync(End(placement.Id.ToString(), ExitGround.TermEnded))).Ended ? "ended" : "refused";
            }
            catch (Grpc.Core.RpcException error)
            {
                return error.Reason();
            }
        }));

        answers.ShouldBe(["ended", "ALREADY_LEFT"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_employer_reports_a_leaver_and_the_office_finds_it_among_those_who_must_leave()
    {
        var office = new PlacementOffice(fixture, "370117");
        var (reported, over, aged, fine) = (
            await office.InPostAsync(), await office.InPostAsync(change: one => one.Until = new(2020, 8, 31)), await office.InPostAsync(change: one => one.RetiresOn = new(2020, 9, 1)),
            await office.InPostAsync());
        var request = new ReportLeaverRequest
        {
            RequestId = NewId(), PlacementId = reported.Id.ToString(), Ground = ExitGround.CannotWork, On = new Date { Year = 2020, Month = 8, Day = 30 }, Note = "虚构的情况",
        };

        var answer = await office.Portal.ReportLeaverAsync(request);

        (answer.Placement.Report.Ground, answer.Placement.Report.ReportedOn).ShouldBe((ExitGround.CannotWork, WelfarePostsFixture.Today.ToContract()));
        (await office.Portal.ReportLeaverAsync(request)).ShouldBe(answer);
        var due = await DueAsync(office);
        due.Keys.ShouldBe([reported.Id.ToString(), over.Id.ToString(), aged.Id.ToString()], ignoreOrder: true);
        (due[over.Id.ToString()], due[aged.Id.ToString()]).ShouldBe((Outcome.Granted, Outcome.Incomplete));
        due.ShouldNotContainKey(fine.Id.ToString());
        (await RefusedAsync(office.Portal.EndPlacementAsync(End(over.Id.ToString(), ExitGround.TermEnded)))).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(county.Portal.ReportLeaverAsync(request))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task A_place_that_became_free_is_a_vacancy_with_the_reserve_of_its_round()
    {
        var office = new PlacementOffice(fixture, "370124");
        var post = await office.PostAsync();
        var placement = await office.InPostAsync(post);
        var reserve = await office.ConfirmedAsync(post, NewPerson(), CandidacyState.Ranked);
        (await office.Office.ListVacanciesAsync(new())).Vacancies.ShouldBeEmpty();

        await office.Office.EndPlacementAsync(End(placement.Id.ToString(), ExitGround.Resigned));

        var vacancy = (await office.Office.ListVacanciesAsync(new())).Vacancies.Single();
        (vacancy.PostId, vacancy.Places, vacancy.Taken).ShouldBe((post.Id.ToString(), 1, 0));
        vacancy.Since.ShouldBe(WelfarePostsFixture.Today.ToContract());
        vacancy.Reserve.ShouldBe([reserve.Id.ToString()]);
    }

    private static async Task<Dictionary<string, Outcome>> DueAsync(PlacementOffice office)
    {
        var (due, token) = (new Dictionary<string, Outcome>(), "");
        do
        {
            var page = await office.Office.ListDueExitsAsync(new() { PageSize = 2, PageToken = token });
            foreach (var one in page.Exits)
            {
                due.Add(one.Placement.PlacementId, one.Decision.Outcome);
            }

            token = page.NextPageToken;
        }
        while (token.Length > 0);

        return due;
    }

    private static EndPlacementRequest End(string placement, ExitGround ground) => new()
    {
        RequestId = NewId(), PlacementId = placement, EndedOn = WelfarePostsFixture.Today.ToContract(), Ground = ground, Handling = Officer(),
    };
}
