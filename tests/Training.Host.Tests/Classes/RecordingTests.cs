using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;
using Wenye.Training.Data;
using Certificate = Wenye.Training.Data.Certificate;
using Enrolment = Wenye.Contracts.Training.V1.Enrolment;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>Attendance and results of a class under way.</summary>
public sealed class RecordingTests(TrainingFixture fixture)
{
    public static TheoryData<string, Action<RecordAttendanceRequest>> SpoiltAttendance => new()
    {
        { "attendances", request => request.Attendances.Clear() },
        { "attendances[1].enrolment_id", request => request.Attendances[0].EnrolmentId = "1" },
        { "attendances[1].enrolment_id", request => request.Attendances[0].EnrolmentId = ClassScene.NewId() },
        { "attendances[1].day", request => request.Attendances[0].Day = ClassScene.Day(2) },
        { "attendances[1].day", request => request.Attendances[0].Day = new() { Year = 2020, Month = 8, Day = 31 } },
        { "attendances[1].day", request => request.Attendances[0].Day = null },
        { "attendances[2].day", request => request.Attendances.Add(request.Attendances[0].Clone()) },
        { "attendances[1].online", request => request.Attendances[0].Online = true },
        { "attendances[1].minutes", request => request.Attendances[0].Minutes = 721 },
        { "AAE013", request => request.Handling = new() { Remarks = new string('长', 101) } },
    };

    public static TheoryData<string, Action<RecordResultsRequest>> SpoiltResults => new()
    {
        { "results", request => request.Results.Clear() },
        { "results[1].enrolment_id", request => request.Results[0].EnrolmentId = "1" },
        { "results[1].enrolment_id", request => request.Results[0].EnrolmentId = ClassScene.NewId() },
        { "results[2].enrolment_id", request => request.Results.Add(request.Results[0].Clone()) },
        { "results[1].result.examined_on", request => request.Results[0].Result = null },
        { "results[1].result.examined_on", request => request.Results[0].Result.ExaminedOn = ClassScene.Day(2) },
        { "results[1].result.examined_on", request => request.Results[0].Result.ExaminedOn = new() { Year = 2020, Month = 8, Day = 31 } },
        { "results[1].result.score", request => request.Results[0].Result.Score = "100.1" },
        { "results[1].result.score", request => request.Results[0].Result.Score = "85.55" },
        { "results[1].result.score", request => request.Results[0].Result.Score = "优" },
    };

    [Theory]
    [MemberData(nameof(SpoiltAttendance))]
    public async Task A_fault_of_attendance_is_named_and_nothing_is_kept(string field, Action<RecordAttendanceRequest> spoil)
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.UnderWayAsync();
        var request = ClassScene.Attendance(id, (trainees[0].EnrolmentId, 1, false, 90));
        spoil(request);
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Hall().RecordAttendanceAsync(request));
        (error.StatusCode, error.Fields().Single()).ShouldBe((StatusCode.InvalidArgument, field));
        (await scene.TraineesAsync(id)).ShouldAllBe(one => one.AttendedMinutes == 0);
    }

    [Theory]
    [MemberData(nameof(SpoiltResults))]
    public async Task A_fault_of_results_is_named_and_nothing_is_kept(string field, Action<RecordResultsRequest> spoil)
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.UnderWayAsync();
        var request = ClassScene.Results(id, (trainees[0].EnrolmentId, true));
        spoil(request);
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Hall().RecordResultsAsync(request));
        (error.StatusCode, error.Fields().Single()).ShouldBe((StatusCode.InvalidArgument, field));
        (await scene.TraineesAsync(id)).ShouldAllBe(one => one.Result == null);
    }

    [Fact]
    public async Task What_is_said_of_a_person_and_day_replaces_what_was_said_before()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.UnderWayAsync(onlineMinutes: 720);
        var (first, second) = (trainees[0].EnrolmentId, trainees[1].EnrolmentId);
        var hall = scene.Hall(ClassScene.Later);
        await hall.RecordAttendanceAsync(ClassScene.Attendance(id, (first, 1, true, 90), (first, 1, false, 600), (first, 2, false, 300), (second, 1, false, 45)));
        (await scene.GetAsync(id)).HalfReachedOn.ShouldBe(ClassScene.Day(2));

        // It was less on the first day, so half of 40 hours, 900 minutes, is no longer reached.
        await hall.RecordAttendanceAsync(ClassScene.Attendance(id, (first, 1, false, 120)));
        (await scene.GetAsync(id)).HalfReachedOn.ShouldBeNull();
        (await scene.TraineesAsync(id)).Select(one => (one.AttendedMinutes, one.AttendedOnlineMinutes)).ShouldBe([(420, 0), (45, 0)]);

        await hall.RecordAttendanceAsync(ClassScene.Attendance(id, (second, 3, false, 480)));
        (await scene.GetAsync(id)).HalfReachedOn.ShouldBe(ClassScene.Day(3));
    }

    [Fact]
    public async Task Of_a_class_on_a_platform_half_is_half_of_what_is_online()
    {
        var scene = await ClassScene.SetAsync(fixture, kind: InstitutionKind.OnlinePlatform);
        var plan = scene.Asked(onlineMinutes: 720);
        plan.Mode = TrainingMode.OnlinePlatform;
        var id = (await scene.Hall().PlanClassAsync(plan)).TrainingClass.ClassId;
        await scene.Reviewer().OpenClassAsync(new() { RequestId = "o", ClassId = id });
        await new Roster(scene.Hall()).SendAsync(id, Roster.Of(1));
        await scene.Hall().StartClassAsync(new() { RequestId = "s", ClassId = id });
        var trainee = (await scene.TraineesAsync(id)).Single().EnrolmentId;

        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().RecordAttendanceAsync(ClassScene.Attendance(id, (trainee, 1, false, 10))))).Fields().ShouldBe(["attendances[1].online"]);
        (await scene.Hall().RecordAttendanceAsync(ClassScene.Attendance(id, (trainee, 1, true, 359)))).TrainingClass.HalfReachedOn.ShouldBeNull();
        (await scene.Hall().RecordAttendanceAsync(ClassScene.Attendance(id, (trainee, 1, true, 360)))).TrainingClass.HalfReachedOn.ShouldBe(ClassScene.Day(1));
    }

    [Fact]
    public async Task A_result_that_is_not_established_leaves_the_class_under_way()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.ExaminedAsync();
        (await scene.GetAsync(id)).State.ShouldBe(ClassState.Examined);
        var open = (await scene.Hall().RecordResultsAsync(ClassScene.Results(id, (trainees[0].EnrolmentId, null)))).TrainingClass;
        (open.State, open.Passed).ShouldBe((ClassState.UnderWay, 0));
        (await scene.TraineesAsync(id))[0].Result.HasPassed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_result_with_a_certificate_is_final()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.ExaminedAsync();
        await CertifyAsync(scene, id, trainees[0]);
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Hall().RecordResultsAsync(
            ClassScene.Results(id, (trainees[1].EnrolmentId, true), (trainees[0].EnrolmentId, false))));
        (error.StatusCode, error.Reason(), error.Fields().Single()).ShouldBe((StatusCode.FailedPrecondition, "RESULT_CERTIFIED", "results[2].enrolment_id"));
        (await scene.Hall().RecordResultsAsync(ClassScene.Results(id, (trainees[1].EnrolmentId, true)))).TrainingClass.Passed.ShouldBe(2);
        (await scene.TraineesAsync(id))[0].SerialNumber.Length.ShouldBe(18);
    }

    private async Task CertifyAsync(ClassScene scene, string classId, Enrolment trainee)
    {
        var certificate = new Certificate
        {
            SerialNumber = $"37030{Guid.Parse(scene.InstitutionId).GetHashCode() & 0x7FFFFFFF:000000000000}A",
            EnrolmentId = Guid.Parse(trainee.EnrolmentId),
            ClassId = Guid.Parse(classId),
            InstitutionId = Guid.Parse(scene.InstitutionId),
            TraineeId = Guid.Parse(trainee.TraineeId),
            BatchId = Guid.CreateVersion7(),
            HolderName = "测甲",
            IssuedOn = TrainingFixture.Today,
            State = CertificateState.Valid,
            DecisionNumber = 1,
        };
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        database.Add(certificate);
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
