using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>A class from its plan to its acceptance, under real names.</summary>
public sealed class ClassWayTests(TrainingFixture fixture)
{
    [Fact]
    public async Task From_plan_to_acceptance()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var planned = await scene.PlanAsync(places: 10, onlineMinutes: 720);
        planned.State.ShouldBe(ClassState.Planned);
        planned.OccupationName.ShouldBe("中式烹调师");
        (planned.PlanDecision.Outcome, planned.PlanDecision.Outputs["online_hours"]).ShouldBe((Outcome.Granted, "16"));

        var id = planned.ClassId;
        (await scene.Reviewer().OpenClassAsync(new() { RequestId = "o", ClassId = id, Handling = new() { Operator = "测审", Remarks = "符合计划" } })).TrainingClass.State.ShouldBe(ClassState.Open);

        var (unemployed, student, employee) = (People.New(), People.New(), People.New());
        await fixture.Registration.RegisterUnemployedAsync(unemployed);
        await fixture.Registration.EmployAsync(employee, People.EmployerCode);
        var rows = Roster.Of([unemployed, student, employee]);
        (rows[0].Group, rows[0].Evidence) = (TraineeGroup.RegisteredUnemployed, GroupEvidence.Unspecified);
        (rows[1].Group, rows[1].Evidence) = (TraineeGroup.CollegeStudent, GroupEvidence.Uploaded);
        (rows[2].Group, rows[2].Evidence, rows[2].EmployerCode) = (TraineeGroup.Employee, GroupEvidence.Uploaded, People.EmployerCode);
        var roster = await new Roster(scene.Hall()).SendAsync(id, rows);
        (roster.Import.Taken, roster.Import.NextRow).ShouldBe((3, 4));
        roster.Faults.ShouldBeEmpty();

        (await scene.Hall().StartClassAsync(new() { RequestId = "s", ClassId = id })).TrainingClass.StartedOn.ShouldBe(ClassScene.Day(1));
        var trainees = await scene.TraineesAsync(id);
        trainees.Select(one => (one.Group, one.Evidence)).ShouldBe(
        [
            (TraineeGroup.RegisteredUnemployed, GroupEvidence.SystemChecked), (TraineeGroup.CollegeStudent, GroupEvidence.Uploaded), (TraineeGroup.Employee, GroupEvidence.Uploaded),
        ]);
        (await fixture.Database.ReadAsync<string>(
            "select string_agg(concat_ws(' ', unemployed_since, employed_since, employed_by), '|' order by id) from enrolment where class_id = $1", Guid.Parse(id)))
            .ShouldBe($"2020-08-10||2020-08-03 {People.EmployerCode}");
        (await fixture.Database.ReadAsync<string>(
            "select string_agg((register_key is not null)::text, ' ' order by id) from enrolment where class_id = $1", Guid.Parse(id))).ShouldBe("true false true");

        var attended = await scene.Hall(ClassScene.Later).RecordAttendanceAsync(ClassScene.Attendance(
            id, (trainees[0].EnrolmentId, 1, false, 300), (trainees[0].EnrolmentId, 1, true, 60), (trainees[1].EnrolmentId, 1, false, 200),
            (trainees[1].EnrolmentId, 2, false, 500), (trainees[2].EnrolmentId, 4, false, 40)));
        (attended.Recorded, attended.TrainingClass.HalfReachedOn).ShouldBe((5, ClassScene.Day(4)));

        var results = ClassScene.Results(id, (trainees[0].EnrolmentId, true), (trainees[1].EnrolmentId, true), (trainees[2].EnrolmentId, false));
        results.Results[0].Result.Score = "85.5";
        var examined = (await scene.Hall().RecordResultsAsync(results)).TrainingClass;
        (examined.State, examined.Trainees, examined.Passed).ShouldBe((ClassState.Examined, 3, 2));
        var first = (await scene.TraineesAsync(id))[0];
        (first.State, first.Result.Score, first.AttendedMinutes, first.AttendedOnlineMinutes).ShouldBe((EnrolmentState.Passed, "85.5", 300, 60));

        (await scene.Reviewer().CloseClassAsync(new() { RequestId = "c", ClassId = id, Accepted = true, Handling = new() { Operator = "测审" } })).TrainingClass.State.ShouldBe(ClassState.Accepted);
        var steps = (await scene.GetAsync(id)).Steps;
        steps.Select(step => step.State).ShouldBe(
            ["CLASS_STATE_PLANNED", "CLASS_STATE_OPEN", "CLASS_STATE_UNDER_WAY", "CLASS_STATE_UNDER_WAY", "CLASS_STATE_EXAMINED", "CLASS_STATE_ACCEPTED"]);
        (steps[1].Operator, steps[1].Note, steps[3].Note, steps[4].Note).ShouldBe(("测审", "符合计划", "报送考勤 5 条", "报送考核结果 3 名"));
        (await scene.Hall().GetClassAsync(new() { ClassId = id })).TrainingClass.Steps.ShouldAllBe(step => step.Operator.Length == 0 && step.Note.Length == 0);
    }

    [Fact]
    public async Task A_class_may_be_cancelled_and_may_fail_its_acceptance()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var cancelled = await scene.Hall().CancelClassAsync(new() { RequestId = "x", ClassId = (await scene.OpenAsync()).ClassId });
        cancelled.TrainingClass.State.ShouldBe(ClassState.Cancelled);

        var (id, _) = await scene.ExaminedAsync();
        var request = new CloseClassRequest { RequestId = "c", ClassId = id, Handling = new() { Operator = "测审" } };
        var silent = await Should.ThrowAsync<RpcException>(async () => await scene.Reviewer().CloseClassAsync(request));
        silent.Fields().ShouldBe(["AAE013"]);
        (request.Handling.Operator, request.Handling.Remarks) = ("", "影像资料不全");
        (await Should.ThrowAsync<RpcException>(async () => await scene.Reviewer().CloseClassAsync(request))).Fields().ShouldBe(["AAE011"]);
        request.Handling.Operator = "测审";
        (await scene.Reviewer().CloseClassAsync(request)).TrainingClass.State.ShouldBe(ClassState.NotAccepted);
        (await fixture.Database.ReadAsync<DateOnly>("select closed_on from training_class where id = $1", Guid.Parse(id))).ShouldBe(TrainingFixture.Today);
    }

    [Fact]
    public async Task A_trainee_who_withdraws_leaves_a_place_and_no_result_to_wait_for()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var (id, trainees) = await scene.UnderWayAsync(people: 2);
        await scene.Hall().RecordResultsAsync(ClassScene.Results(id, (trainees[0].EnrolmentId, true)));
        (await scene.GetAsync(id)).State.ShouldBe(ClassState.UnderWay);

        var early = await Should.ThrowAsync<RpcException>(async () => await scene.Hall().WithdrawTraineeAsync(new() { RequestId = "e", EnrolmentId = trainees[0].EnrolmentId }));
        early.Reason().ShouldBe("ENROLMENT_STATE");
        var request = new WithdrawTraineeRequest { RequestId = "w", EnrolmentId = trainees[1].EnrolmentId, Handling = new() { Remarks = "本人申请" } };
        var withdrawn = await scene.Hall().WithdrawTraineeAsync(request);
        withdrawn.Enrolment.State.ShouldBe(EnrolmentState.Withdrawn);
        (await scene.Hall().WithdrawTraineeAsync(request)).ShouldBe(withdrawn);

        var left = await scene.GetAsync(id);
        (left.State, left.Trainees, left.Passed).ShouldBe((ClassState.Examined, 1, 1));
        left.Steps[^1].Note.ShouldBe($"学员 {trainees[1].EnrolmentId} 退班：本人申请");
    }

    [Fact]
    public async Task A_repeat_is_answered_as_the_first_call_was_and_other_content_is_refused()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var plan = scene.Asked();
        var first = await scene.Hall().PlanClassAsync(plan);
        (await scene.Hall().PlanClassAsync(plan)).ShouldBe(first);
        plan.Places++;
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().PlanClassAsync(plan))).Reason().ShouldBe("REQUEST_ID_REUSED");

        var open = new OpenClassRequest { RequestId = "o", ClassId = first.TrainingClass.ClassId };
        var reviewer = scene.Reviewer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await reviewer.OpenClassAsync(open)));
        answers.ShouldAllBe(answer => answer.Equals(answers[0]));
        (await scene.GetAsync(open.ClassId)).Steps.Count.ShouldBe(2);
    }
}
