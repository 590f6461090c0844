using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using TrainingClass = Wenye.Contracts.Training.V1.TrainingClass;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>What may be done with a class in which state, and how classes are listed.</summary>
public sealed class ClassStateTests(TrainingFixture fixture)
{
    public static TheoryData<ClassState, string, string[]> States => new()
    {
        { ClassState.Planned, "待审核", ["open", "cancel"] },
        { ClassState.Refused, "计划不符", [] },
        { ClassState.Open, "报名中", ["enrol", "start", "cancel", "withdraw"] },
        { ClassState.UnderWay, "培训中", ["withdraw", "attendance", "results"] },
        { ClassState.Examined, "已考核", ["results", "close"] },
        { ClassState.Accepted, "验收合格", [] },
        { ClassState.NotAccepted, "验收不合格", [] },
        { ClassState.Cancelled, "已取消", [] },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_step_that_the_state_does_not_allow_names_the_state(ClassState state, string name, string[] allowed)
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.UnderWayAsync();
        var (hall, reviewer, trainee) = (scene.Hall(), scene.Reviewer(), trainees[0].EnrolmentId);
        await fixture.Database.ReadAsync<int>("update training_class set state = $2 where id = $1 returning level", Guid.Parse(id), (int)state);
        var calls = new Dictionary<string, Func<Task>>(StringComparer.Ordinal)
        {
            ["open"] = async () => await reviewer.OpenClassAsync(new() { RequestId = "1", ClassId = id }),
            ["enrol"] = () => new Roster(hall).SendAsync(id, Roster.Of(1), "late"),
            ["start"] = async () => await hall.StartClassAsync(new() { RequestId = "3", ClassId = id }),
            ["withdraw"] = async () => await hall.WithdrawTraineeAsync(new() { RequestId = "4", EnrolmentId = trainee }),
            ["attendance"] = async () => await hall.RecordAttendanceAsync(ClassScene.Attendance(id, (trainee, 1, false, 45))),
            ["results"] = async () => await hall.RecordResultsAsync(ClassScene.Results(id, (trainee, true))),
            ["close"] = async () => await reviewer.CloseClassAsync(new() { RequestId = "7", ClassId = id, Accepted = true, Handling = new() { Operator = "测审" } }),
            ["cancel"] = async () => await hall.CancelClassAsync(new() { RequestId = "8", ClassId = id }),
        };

        allowed.ShouldBeSubsetOf(calls.Keys);
        foreach (var (step, call) in calls.Where(call => !allowed.Contains(call.Key)))
        {
            var error = await Should.ThrowAsync<RpcException>(call, step);
            (error.StatusCode, error.Reason()).ShouldBe((StatusCode.FailedPrecondition, "CLASS_STATE"), step);
            error.Status.Detail.ShouldStartWith($"班级当前为“{name}”，不能");
        }
    }

    [Fact]
    public async Task A_class_starts_within_its_plan_and_with_somebody_in_it()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync()).ClassId;
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().StartClassAsync(new() { RequestId = "s", ClassId = id }))).Reason().ShouldBe("NO_TRAINEES");

        var later = scene.Asked();
        later.StartsOn = ClassScene.Day(2);
        var tomorrow = (await scene.Hall().PlanClassAsync(later)).TrainingClass.ClassId;
        await scene.Reviewer().OpenClassAsync(new() { RequestId = "o", ClassId = tomorrow });
        await new Roster(scene.Hall()).SendAsync(tomorrow, Roster.Of(1));
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().StartClassAsync(new() { RequestId = "t", ClassId = tomorrow }))).Reason().ShouldBe("CLASS_DATES");
        (await scene.Hall(ClassScene.Later).StartClassAsync(new() { RequestId = "t", ClassId = tomorrow })).TrainingClass.StartedOn.ShouldBe(ClassScene.Day(10));
    }

    [Fact]
    public async Task Classes_are_listed_by_place_institution_and_state_page_by_page()
    {
        var scene = await ClassScene.SetAsync(fixture, division: "410602");
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await scene.PlanAsync()).ClassId);
        }

        await scene.Reviewer().OpenClassAsync(new() { RequestId = "o", ClassId = ids[0] });
        var other = await (await ClassScene.SetAsync(fixture, division: "410611")).PlanAsync();
        var city = new ClassService.ClassServiceClient(fixture.Calls("410600", Roles.Training));
        (await ListAsync(city, new() { PageSize = 3 })).Select(one => one.ClassId).ShouldBe([.. ids.Append(other.ClassId)], ignoreOrder: true);
        var own = await ListAsync(city, new() { Division = "410602", PageSize = 2, InstitutionId = scene.InstitutionId });
        own.Select(one => one.ClassId).ShouldBe(ids.OrderDescending(StringComparer.Ordinal));
        own.ShouldAllBe(one => one.PlanDecision == null && one.Steps.Count == 0 && one.InstitutionName.StartsWith("虚构培训学校"));
        (await ListAsync(city, new() { State = ClassState.Open })).Select(one => one.ClassId).ShouldBe([ids[0]]);
        (await Should.ThrowAsync<RpcException>(async () => await city.ListClassesAsync(
            new() { Division = "x", InstitutionId = "y", State = (ClassState)77, PageSize = -1, PageToken = "z" }))).Fields()
            .ShouldBe(["division", "institution_id", "state", "page_size", "page_token"]);
    }

    [Fact]
    public async Task Trainees_are_listed_in_order_masked_for_the_hall_and_in_full_for_the_office()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var id = (await scene.OpenAsync()).ClassId;
        var rows = Roster.Of(5);
        await new Roster(scene.Hall()).SendAsync(id, rows);

        var (names, request) = (new List<string>(), new ListTraineesRequest { ClassId = id, PageSize = 2 });
        do
        {
            var page = await scene.Reviewer().ListTraineesAsync(request);
            names.AddRange(page.Enrolments.Select(one => $"{one.Name} {one.IdNumber} {one.MobilePhone}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        names.ShouldBe(rows.Select(row => $"{row.Name} {row.IdNumber} {row.MobilePhone}"));
        (await fixture.ReadAsync<string>("select string_agg(people::text, ' ' order by id) from roster_read where class_id = $1", Guid.Parse(id))).ShouldBe("2 2 1");
        var masked = (await scene.TraineesAsync(id))[0];
        masked.Name.ShouldBe("测**");
        masked.IdNumber.ShouldBe($"{rows[0].IdNumber[..3]}***********{rows[0].IdNumber[^4..]}");
        masked.MobilePhone.ShouldBe($"{rows[0].MobilePhone[..3]}****{rows[0].MobilePhone[^4..]}");
        (await scene.Hall().ListTraineesAsync(new() { ClassId = id, State = EnrolmentState.Withdrawn })).Enrolments.ShouldBeEmpty();
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().ListTraineesAsync(new() { ClassId = "1", PageSize = 1001, PageToken = "x" }))).Fields()
            .ShouldBe(["class_id", "page_size", "page_token"]);

        // Readings in full are kept, masked ones are none, and nobody changes what is kept.
        (await fixture.ReadAsync<long>("select count(*) from roster_read where class_id = $1", Guid.Parse(id))).ShouldBe(3);
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => fixture.ReadAsync<object>("delete from roster_read where class_id = $1", Guid.Parse(id)))).SqlState.ShouldBe("23001");
    }

    private static async Task<List<TrainingClass>> ListAsync(ClassService.ClassServiceClient client, ListClassesRequest request)
    {
        var found = new List<TrainingClass>();
        do
        {
            var page = await client.ListClassesAsync(request);
            found.AddRange(page.TrainingClasses);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }
}
