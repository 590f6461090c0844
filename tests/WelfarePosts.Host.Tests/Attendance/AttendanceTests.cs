using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Host.Tests.Placements;
using static Wenye.WelfarePosts.Host.Tests.Placements.PlacementOffice;

namespace Wenye.WelfarePosts.Host.Tests.Attendance;

/// <summary>Employers state months row by row: good rows are taken, bad ones come back, a correction is a later statement.</summary>
public sealed class AttendanceTests(WelfarePostsFixture fixture)
{
    private readonly PlacementOffice county = new(fixture, "370203");

    private AttendanceFile File => new(county);

    [Fact]
    public async Task Good_rows_are_taken_and_bad_ones_come_back_with_row_and_field()
    {
        var person = NewPerson();
        var placements = new[] { await county.InPostAsync(), await county.InPostAsync(person: person), await county.InPostAsync(started: new(2020, 8, 20)) };
        var stranger = await new PlacementOffice(fixture, "370202").InPostAsync();
        var byNumber = new AttendanceRow { IdNumber = person.ResidentId, DaysWorked = 22, Hours = "176.5" };
        var (toomuch, run, none) = (AttendanceFile.Row(placements[2], worked: 13), AttendanceFile.Row(placements[0], worked: 20, absent: 2), new AttendanceRow { DaysWorked = 32 });

        var answer = await File.StateAsync("2020-08", AttendanceFile.Row(placements[0]), byNumber, toomuch, run, none, AttendanceFile.Row(stranger));

        (answer.Import.Taken, answer.Import.Rejected, answer.Import.NextRow, answer.Import.Month).ShouldBe((2L, 4L, 7L, "2020-08"));
        answer.Faults.Select(fault => (fault.Row, fault.Field)).Distinct().ShouldBe(
            [(3, "days_worked"), (4, "days_absent_in_a_row"), (5, "placement_id"), (5, "days_worked"), (5, "days_absent"), (6, "placement_id")], ignoreOrder: true);
        var stated = (await county.Attendance.GetAttendanceAsync(new() { PlacementId = placements[1].Id.ToString(), Month = "2020-08" })).Statements.Single();
        (stated.DaysWorked, stated.Hours, stated.HasContributionsFen, stated.Sequence).ShouldBe((22, "176.5", false, 1));
        var read = await county.Office.GetPlacementAsync(new() { PlacementId = placements[0].Id.ToString() });
        read.Months.Single().ContributionsFen.ShouldBe(80_000);
        var faults = await county.Attendance.ListAttendanceFaultsAsync(new() { ImportId = answer.Import.ImportId, PageSize = 1 });
        faults.NextPageToken.ShouldNotBeEmpty();
        (await county.Attendance.GetAttendanceImportAsync(new() { ImportId = answer.Import.ImportId })).Import.ShouldBe(answer.Import);
    }

    [Fact]
    public async Task A_correction_is_a_later_statement_and_what_stands_already_adds_nothing()
    {
        var placement = await county.InPostAsync();
        var header = new AttendanceHeader { ImportId = NewId(), Month = "2020-07" };
        AttendanceRow[] rows = [AttendanceFile.Row(placement, worked: 20)];
        var first = await File.SendAsync(header, rows);

        (await File.SendAsync(header, rows)).ShouldBe(first);
        await File.StateAsync("2020-07", AttendanceFile.Row(placement, worked: 20));
        await File.StateAsync("2020-07", AttendanceFile.Row(placement, worked: 18));

        var statements = (await county.Attendance.GetAttendanceAsync(new() { PlacementId = placement.Id.ToString() })).Statements;
        statements.Select(one => (one.Sequence, one.DaysWorked)).ShouldBe([(2, 18), (1, 20)]);
        (await FileRefusedAsync(File.SendAsync(header, [AttendanceFile.Row(placement, worked: 1)]))).Reason().ShouldBe("IMPORT_ID_REUSED");
        header.Month = "2020-06";
        (await FileRefusedAsync(File.SendAsync(header, rows))).Reason().ShouldBe("IMPORT_ID_REUSED");
        await Should.ThrowAsync<Npgsql.PostgresException>(() => fixture.ReadAsync<int>("update attendance_month set days_worked = 31 where placement_id = $1 returning 1", placement.Id));
    }

    [Fact]
    public async Task A_file_that_was_cut_goes_on_from_the_next_row()
    {
        var office = new PlacementOffice(fixture, "370205");
        var (post, file) = (await office.PostAsync(places: 3), new AttendanceFile(office));
        var rows = new List<AttendanceRow>();
        for (var i = 0; i < 3; i++)
        {
            rows.Add(AttendanceFile.Row(await office.InPostAsync(post)));
        }

        var header = new AttendanceHeader { ImportId = NewId(), Month = "2020-08", EmployerId = post.EmployerId.ToString() };
        (await file.SendAsync(header, [.. rows.Take(1)])).Import.NextRow.ShouldBe(2);
        (await MissingAsync(office, pageSize: 1)).Count.ShouldBe(2);

        var whole = await file.SendAsync(header, [.. rows.Skip(1)], from: 2);

        (whole.Import.Taken, whole.Import.NextRow).ShouldBe((3L, 4L));
        (await MissingAsync(office, pageSize: 1)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Months_to_come_and_months_out_of_post_are_refused()
    {
        var placement = await county.InPostAsync(started: new(2020, 8, 20));
        (await FileRefusedAsync(File.StateAsync("2020-10", AttendanceFile.Row(placement)))).Fields().ShouldBe(["month"]);
        (await File.StateAsync("2020-07", AttendanceFile.Row(placement, worked: 1))).Faults.Single().Field.ShouldBe("month");
        (await File.StateAsync("2020-09", AttendanceFile.Row(placement, worked: 2))).Faults.Select(one => one.Field).ShouldContain("days_worked");
        (await File.StateAsync("2020-09", AttendanceFile.Row(placement, worked: 1))).Faults.ShouldBeEmpty();
        var reader = new AttendanceService.AttendanceServiceClient(fixture.Calls(county.Division, "welfare-posts-reviewer"));
        using var call = reader.RecordAttendance();
        (await Should.ThrowAsync<RpcException>(async () => await call.AnswerAsync(() => call.RequestStream.WriteAsync(new() { Header = new() { ImportId = "1", Month = "2020-08" } }))))
            .Reason().ShouldBe("PERMISSION_MISSING");
    }

    [Fact]
    public async Task Appraisals_are_stated_all_or_none_and_the_last_of_a_period_holds()
    {
        var (one, two) = (await county.InPostAsync(), await county.InPostAsync());
        var request = new RecordAppraisalRequest
        {
            RequestId = NewId(), Period = "2020-08",
            People = { new AppraisedPerson { PlacementId = one.Id.ToString(), Result = AppraisalResult.Failed, Note = "虚构的考核情况" }, new AppraisedPerson { PlacementId = two.Id.ToString(), Result = AppraisalResult.Passed } },
        };

        (await county.Attendance.RecordAppraisalAsync(request)).Recorded.ShouldBe(2);
        (await county.Attendance.RecordAppraisalAsync(request)).Recorded.ShouldBe(2);
        var later = new RecordAppraisalRequest { RequestId = NewId(), Period = "2020-08", People = { new AppraisedPerson { PlacementId = one.Id.ToString(), Result = AppraisalResult.Passed } } };
        await county.Attendance.RecordAppraisalAsync(later);

        (await county.Office.GetPlacementAsync(new() { PlacementId = one.Id.ToString() })).Appraisals.Single().Result.ShouldBe(AppraisalResult.Passed);
        (await fixture.ReadAsync<long>("select count(*) from appraisal where placement_id = $1", one.Id)).ShouldBe(2);
        var wrong = new RecordAppraisalRequest { RequestId = NewId(), Period = "2020-13", People = { new AppraisedPerson { PlacementId = "x" } } };
        (await RefusedAsync(county.Attendance.RecordAppraisalAsync(wrong))).Fields().ShouldBe(["period", "people[1].placement_id", "people[1].result"], ignoreOrder: true);
        var stranger = new AttendanceService.AttendanceServiceClient(fixture.Calls("370202", "post-portal"));
        request.RequestId = NewId();
        (await RefusedAsync(stranger.RecordAppraisalAsync(request))).Fields().ShouldBe(["people[1].placement_id", "people[2].placement_id"]);
    }

    private static async Task<List<string>> MissingAsync(PlacementOffice office, int pageSize)
    {
        var (missing, token) = (new List<string>(), "");
        do
        {
            var page = await office.Attendance.ListMissingAttendanceAsync(new() { Month = "2020-08", PageSize = pageSize, PageToken = token });
            missing.AddRange(page.Missing.Select(one => one.PlacementId));
            page.Missing.ShouldAllBe(one => one.Name.EndsWith("**"));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        return missing;
    }

    private static async Task<RpcException> FileRefusedAsync(Task<RecordAttendanceResponse> answer) => await Should.ThrowAsync<RpcException>(() => answer);
}
