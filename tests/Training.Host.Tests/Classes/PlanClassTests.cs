using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>Plans of classes: of a filed institution, a course of the city's catalogue, and not too much of it online.</summary>
public sealed class PlanClassTests(TrainingFixture fixture)
{
    public static TheoryData<string, Action<PlanClassRequest>> Spoilt => new()
    {
        { "institution_id", plan => plan.InstitutionId = "1" },
        { "occupation.occupation", plan => plan.Occupation.Occupation = "烹调" },
        { "occupation.occupation", plan => plan.Occupation.Occupation = "" },
        { "occupation.level", plan => plan.Occupation.Level = 6 },
        { "mode", plan => plan.Mode = TrainingMode.Unspecified },
        { "online_minutes", plan => plan.OnlineMinutes = 45 },
        { "online_minutes", plan => plan.OnlineMinutes = -1 },
        { "online_minutes", plan => (plan.Mode, plan.OnlineMinutes) = (TrainingMode.Combined, (40 * 45) + 1) },
        { "online_minutes", plan => plan.Mode = TrainingMode.Combined },
        { "total_hours", plan => plan.TotalHours = 0 },
        { "starts_on", plan => plan.StartsOn = new() { Year = 2020, Month = 8, Day = 31 } },
        { "starts_on", plan => plan.StartsOn = null },
        { "ends_on", plan => plan.EndsOn = new() { Year = 2020, Month = 2, Day = 30 } },
        { "ends_on", plan => plan.StartsOn = ClassScene.Day(21) },
        { "places", plan => plan.Places = 10_001 },
        { "AAE011", plan => plan.Handling = new() { Operator = "张 三" } },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_fault_is_named_by_its_field(string field, Action<PlanClassRequest> spoil)
    {
        var scene = await ClassScene.SetAsync(fixture);
        var plan = scene.Asked();
        spoil(plan);
        var error = await Should.ThrowAsync<RpcException>(async () => await scene.Hall().PlanClassAsync(plan));
        (error.StatusCode, error.Fields().Single()).ShouldBe((StatusCode.InvalidArgument, field));
    }

    [Fact]
    public async Task Too_much_online_is_refused_with_its_clause_and_kept()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var refused = await scene.PlanAsync(onlineMinutes: 721);
        refused.State.ShouldBe(ClassState.Refused);
        var kept = await scene.GetAsync(refused.ClassId);
        kept.PlanDecision.Outcome.ShouldBe(Outcome.Refused);
        kept.PlanDecision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}")
            .ShouldBe(["鲁人社字〔2020〕72号 二(三)"]);
        (await Should.ThrowAsync<RpcException>(async () => await scene.Reviewer().OpenClassAsync(new() { RequestId = "o", ClassId = refused.ClassId }))).Reason().ShouldBe("CLASS_STATE");
    }

    [Fact]
    public async Task Entrepreneurship_is_no_skill_and_may_be_online()
    {
        var scene = await ClassScene.SetAsync(fixture, category: TrainingCategory.Entrepreneurship);
        (await scene.PlanAsync(onlineMinutes: 1800)).State.ShouldBe(ClassState.Planned);
    }

    [Fact]
    public async Task A_course_that_left_the_catalogue_is_not_planned()
    {
        var scene = await ClassScene.SetAsync(fixture, inCatalogueUntil: new DateOnly(2020, 8, 31));
        var gone = await Should.ThrowAsync<RpcException>(() => scene.PlanAsync());
        (gone.StatusCode, gone.Reason()).ShouldBe((StatusCode.FailedPrecondition, "COURSE_NOT_IN_CATALOGUE"));

        var other = scene.Asked();
        other.Occupation.Level = 4;
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().PlanClassAsync(other))).Reason().ShouldBe("COURSE_NOT_IN_CATALOGUE");
    }

    [Fact]
    public async Task Only_a_platform_holds_classes_of_a_platform()
    {
        var (school, platform) = (await ClassScene.SetAsync(fixture), await ClassScene.SetAsync(fixture, kind: InstitutionKind.OnlinePlatform));
        var online = platform.Asked(onlineMinutes: 720);
        online.Mode = TrainingMode.OnlinePlatform;
        (await platform.Hall().PlanClassAsync(online)).TrainingClass.State.ShouldBe(ClassState.Planned);
        (await Should.ThrowAsync<RpcException>(() => platform.PlanAsync())).Fields().ShouldBe(["mode"]);

        (online.RequestId, online.InstitutionId) = (ClassScene.NewId(), school.InstitutionId);
        (await Should.ThrowAsync<RpcException>(async () => await school.Hall().PlanClassAsync(online))).Fields().ShouldBe(["mode"]);
    }

    [Fact]
    public async Task A_withdrawn_or_unknown_institution_plans_nothing()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var planned = await scene.PlanAsync();
        await fixture.Database.ReadAsync<int>("update institution set state = 2 where id = $1 returning code", Guid.Parse(scene.InstitutionId));
        (await Should.ThrowAsync<RpcException>(() => scene.PlanAsync())).Reason().ShouldBe("INSTITUTION_WITHDRAWN");
        (await Should.ThrowAsync<RpcException>(async () => await scene.Reviewer().OpenClassAsync(new() { RequestId = "o", ClassId = planned.ClassId }))).Reason().ShouldBe("INSTITUTION_WITHDRAWN");

        var unknown = scene.Asked();
        unknown.InstitutionId = ClassScene.NewId();
        (await Should.ThrowAsync<RpcException>(async () => await scene.Hall().PlanClassAsync(unknown))).StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task Another_division_and_other_roles_may_not()
    {
        var scene = await ClassScene.SetAsync(fixture);
        var planned = await scene.PlanAsync();
        var neighbour = new ClassService.ClassServiceClient(fixture.Calls("370303", Roles.Training, Roles.TrainingReviewer));
        foreach (var call in new Func<Task>[]
        {
            async () => await neighbour.PlanClassAsync(scene.Asked()),
            async () => await neighbour.OpenClassAsync(new() { RequestId = "o", ClassId = planned.ClassId }),
            async () => await neighbour.GetClassAsync(new() { ClassId = planned.ClassId }),
            async () => await neighbour.ListTraineesAsync(new() { ClassId = planned.ClassId }),
            async () => await neighbour.ListClassesAsync(new() { Division = scene.Division }),
            async () => await scene.Hall().OpenClassAsync(new() { RequestId = "h", ClassId = planned.ClassId }),
            async () => await scene.Reviewer().PlanClassAsync(scene.Asked()),
            async () => await new ClassService.ClassServiceClient(fixture.Calls("370304", Roles.Statistician)).GetClassAsync(new() { ClassId = planned.ClassId }),
        })
        {
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }

        (await new ClassService.ClassServiceClient(fixture.Calls("370300", Roles.Training)).GetClassAsync(new() { ClassId = planned.ClassId })).TrainingClass.ClassId.ShouldBe(planned.ClassId);
        (await Should.ThrowAsync<RpcException>(async () => await neighbour.GetClassAsync(new() { ClassId = ClassScene.NewId() }))).StatusCode.ShouldBe(StatusCode.NotFound);
    }
}
