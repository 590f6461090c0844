using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>Rosters: good rows are taken, each bad one comes back with row, field and reason, a cut doubles nothing.</summary>
public sealed class RosterTests(TrainingFixture fixture)
{
    public static TheoryData<string, Action<RosterRow>> Spoilt => new()
    {
        { "AAC003", row => row.Name = "" },
        { "AAC003", row => row.Name = "张 三" },
        { "AAC003", row => row.Name = "张　三" },
        { "AAC003", row => row.Name = new string('长', 51) },
        { "AAC003", row => row.Name = "坏\uFFFD字" },
        { "AAC147", row => row.IdNumber = row.IdNumber[..17] },
        { "AAC147", row => row.IdNumber = row.IdNumber[..17] + (row.IdNumber[17] == '1' ? '2' : '1') },
        { "AAC147", row => row.IdNumber = SyntheticPeople.ResidentId("370102", new DateOnly(2020, 9, 2), 12) },
        { "AAC147", row => row.IdNumber = "37010219991301001X" },
        { "AAC067", row => row.MobilePhone = "1390000123" },
        { "AAC067", row => row.MobilePhone = "１３９００００１２３４" },
        { "group", row => row.Group = TraineeGroup.Unspecified },
        { "group", row => row.Group = (TraineeGroup)99 },
        { "group", row => row.Group = TraineeGroup.RegisteredUnemployed },
        { "group", row => row.Group = TraineeGroup.Hardship },
        { "evidence", row => row.Evidence = (GroupEvidence)9 },
        { "evidence", row => (row.Group, row.Evidence) = (TraineeGroup.RegisteredPoor, GroupEvidence.Uploaded) },
        { "evidence", row => (row.Group, row.Evidence) = (TraineeGroup.PoorFamilyChild, GroupEvidence.Uploaded) },
        { "evidence", row => (row.Group, row.Evidence) = (TraineeGroup.MigrantWorker, GroupEvidence.Uploaded) },
        { "evidence", row => (row.Group, row.Evidence) = (TraineeGroup.LaidOff, GroupEvidence.Uploaded) },
        { "evidence", row => (row.Group, row.Evidence) = (TraineeGroup.WillingWorker, GroupEvidence.Uploaded) },
        { "household_division", row => row.HouseholdDivision = "370205" },
        { "household_division", row => row.HouseholdDivision = "370300" },
        { "household_division", row => row.HouseholdDivision = "山东" },
        { "enrolled_on", row => row.EnrolledOn = ClassScene.Day(2) },
        { "enrolled_on", row => row.EnrolledOn = new() { Year = 2020, Month = 2, Day = 30 } },
        { "employer_code", row => row.EmployerCode = People.EmployerCode },
        { "employer_code", row => (row.Group, row.EmployerCode) = (TraineeGroup.Employee, "91370100MA00000070") },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_bad_row_is_told_by_field_and_the_others_are_taken(string field, Action<RosterRow> spoil)
    {
        var scene = await ClassScene.SetAsync(fixture);
        var rows = Roster.Of(3);
        spoil(rows[1]);
        var answer = await new Roster(scene.Hall()).SendAsync((await scene.OpenAsync()).ClassId, rows);

        (answer.Import.Taken, answer.Import.Rejected).ShouldBe((2, 1));
        var fault = answer.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Field).ShouldBe((2, field));
        fault.Message.Length.ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData(TraineeGroup.CollegeStudent, GroupEvidence.Uploaded, "370304")]
    [InlineData(TraineeGroup.Veteran, GroupEvidence.SystemChecked, "370304")]
    [InlineData(TraineeGroup.SchoolLeaver, GroupEvidence.Stated, "")]
    [InlineData(TraineeGroup.Employee, GroupEvidence.SystemChecked, "441900")]
    [InlineData(TraineeGroup.PoorFamilyChild, GroupEvidence.Unspecified, "110101")]
    [InlineData(TraineeGroup.Farmer, GroupEvidence.Uploaded, "460400")]
    public async Task What_the_annex_takes_and_what_is_still_open_is_no_fault(TraineeGroup group, GroupEvidence evidence, string household)
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync()).ClassId;
        var answer = await new Roster(scene.Hall()).SendAsync(id, Roster.Of(1, row => (row.Group, row.Evidence, row.HouseholdDivision) = (group, evidence, household)));
        answer.Faults.ShouldBeEmpty();
        (await scene.TraineesAsync(id)).ShouldHaveSingleItem().Evidence.ShouldBe(evidence);
    }

    [Fact]
    public async Task Every_fault_of_a_row_is_told()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var rows = Roster.Of(1, row => (row.Name, row.IdNumber, row.MobilePhone, row.HouseholdDivision, row.EnrolledOn) = ("", "1", "2", "379999", ClassScene.Day(30)));
        var answer = await new Roster(scene.Hall()).SendAsync((await scene.OpenAsync()).ClassId, rows);
        answer.Faults.Select(fault => fault.Field).ShouldBe(["AAC003", "AAC147", "AAC067", "household_division", "enrolled_on"]);
    }

    [Fact]
    public async Task A_bad_roster_of_ten_thousand_rows_comes_back_row_by_row()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync(places: 9000)).ClassId;
        var rows = Roster.Of(10_000);
        foreach (var row in rows)
        {
            _ = (row.Row % 100) switch
            {
                1 => row.IdNumber = row.IdNumber[..17] + "Z",
                2 => row.HouseholdDivision = "370205",
                3 when row.Row > 100 => row.IdNumber = rows[(int)row.Row - 101].IdNumber,
                4 => (row.EnrolledOn = ClassScene.Day(2)).ToString(),
                5 => row.Name = "测 甲",
                _ => "",
            };
        }

        var roster = new Roster(scene.Hall());
        var answer = await roster.SendAsync(id, rows);
        var faults = await roster.FaultsAsync();

        // 100 of each kind but one, and what the 9,000 places have no room for.
        (answer.Import.NextRow, answer.Import.Taken, answer.Import.Rejected).ShouldBe((10_001, 9000, 1000));
        answer.Faults.Count.ShouldBe(100);
        answer.Faults.ShouldBe(faults[..100]);
        faults.Select(fault => fault.Row).ShouldBeUnique();
        string[] fields = ["AAC147", "household_division", "AAC147", "enrolled_on", "AAC003"];
        foreach (var fault in faults.Where(fault => fault.Field != "row"))
        {
            fault.Field.ShouldBe(fields[(int)(fault.Row % 100) - 1]);
        }

        faults.Where(fault => fault.Row % 100 == 3).ShouldAllBe(fault => fault.Row > 100);
        faults.Count(fault => fault.Field == "row").ShouldBe(1000 - faults.Count(fault => fault.Field != "row"));
        (await scene.GetAsync(id)).Trainees.ShouldBe(9000);
    }

    [Fact]
    public async Task After_a_cut_the_rest_is_sent_under_the_same_id_and_nothing_is_doubled()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync(places: 10_000)).ClassId;
        var (hall, rows) = (scene.Hall(), Roster.Of(8000));
        await Eventually.IsTrueAsync(() => CutAsync(hall, id, rows[..6000]));

        var roster = new Roster(hall);
        var rest = await roster.SendAsync(id, rows[4900..], "cut");
        var again = await roster.SendAsync(id, rows, "cut");

        (rest.Import.NextRow, rest.Import.Taken, rest.Import.Rejected).ShouldBe((8001, 8000, 0));
        again.ShouldBe(rest);
        (await scene.GetAsync(id)).Trainees.ShouldBe(8000);
        var page = await hall.ListTraineesAsync(new() { ClassId = id, PageSize = 1000 });
        page.Enrolments.Select(one => one.Name).ShouldBe(rows[..1000].Select(row => $"{row.Name[0]}**"));
        rows[3].Name = "测改名";
        var elsewhere = (await scene.OpenAsync()).ClassId;
        (await Should.ThrowAsync<RpcException>(() => roster.SendAsync(id, rows, "cut"))).Reason().ShouldBe("IMPORT_ID_REUSED");
        (await Should.ThrowAsync<RpcException>(() => roster.SendAsync(elsewhere, rows, "cut"))).Reason().ShouldBe("IMPORT_ID_REUSED");
    }

    [Fact]
    public async Task Who_withdrew_may_enrol_again_and_who_is_enrolled_may_not()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync(places: 2)).ClassId;
        var (roster, rows) = (new Roster(scene.Hall()), Roster.Of(2));
        await roster.SendAsync(id, rows);
        var trainees = await scene.TraineesAsync(id);
        await scene.Hall().WithdrawTraineeAsync(new() { RequestId = "w", EnrolmentId = trainees[0].EnrolmentId });
        rows[0].MobilePhone = "13900009999";

        var answer = await roster.SendAsync(id, rows, "again");

        answer.Faults.ShouldHaveSingleItem().Row.ShouldBe(2);
        var now = (await new ClassService.ClassServiceClient(fixture.Calls(scene.Division, "training")).ListTraineesAsync(new() { ClassId = id })).Enrolments;
        now.Select(one => one.EnrolmentId).ShouldBe(trainees.Select(one => one.EnrolmentId));
        (now[0].State, now[0].MobilePhone, now[0].IdNumber).ShouldBe((EnrolmentState.Enrolled, "13900009999", rows[0].IdNumber));
        (await scene.GetAsync(id)).Trainees.ShouldBe(2);
    }

    [Fact]
    public async Task A_roster_needs_its_class_and_its_header()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var planned = (await scene.PlanAsync()).ClassId;
        var roster = new Roster(scene.Hall());
        var closed = await Should.ThrowAsync<RpcException>(() => roster.SendAsync(planned, Roster.Of(1)));
        (closed.StatusCode, closed.Reason(), closed.Status.Detail).ShouldBe((StatusCode.FailedPrecondition, "CLASS_STATE", "班级当前为“待审核”，不能报名"));
        (await Should.ThrowAsync<RpcException>(() => roster.SendAsync("1", Roster.Of(1), ""))).Fields().ShouldBe(["class_id", "import_id"]);
        (await Should.ThrowAsync<RpcException>(() => roster.SendAsync(ClassScene.NewId(), Roster.Of(1)))).StatusCode.ShouldBe(StatusCode.NotFound);
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().GetRosterImportAsync(new() { ImportId = "none" }))).StatusCode.ShouldBe(StatusCode.NotFound);
        var neighbour = new Roster(new ClassService.ClassServiceClient(fixture.Calls("370303", "training")));
        (await Should.ThrowAsync<RpcException>(() => neighbour.SendAsync(planned, Roster.Of(1)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var reviewer = new Roster(scene.Reviewer());
        (await Should.ThrowAsync<RpcException>(() => reviewer.SendAsync(planned, Roster.Of(1)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    // Sends the beginning, waits until a chunk is settled and cuts the stream; false while the service takes others' imports.
    private static async Task<bool> CutAsync(ClassService.ClassServiceClient hall, string id, IReadOnlyList<RosterRow> rows)
    {
        using var cut = new CancellationTokenSource();
        using var call = hall.EnrolTrainees(cancellationToken: cut.Token);
        try
        {
            await Roster.WriteAsync(call, "cut", id, rows);
            await Eventually.IsTrueAsync(async () => call.ResponseAsync.IsCompleted || (await hall.GetRosterImportAsync(new() { ImportId = "cut" })).Import.NextRow == 5001);
        }
        catch (Exception early) when (early is InvalidOperationException or RpcException { StatusCode: StatusCode.ResourceExhausted or StatusCode.NotFound })
        {
            return false;
        }

        var settled = !call.ResponseAsync.IsCompleted;
        await cut.CancelAsync();
        return settled;
    }
}
