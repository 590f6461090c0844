using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.Training.Host.Tests.Classes;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>项目制培训, 55号 第六条(四).</summary>
public sealed class ProjectFundingTests(TrainingFixture fixture)
{
    private const string Clause = "鲁人社字〔2020〕55号 第六条(四)";
    private static readonly DateOnly After = new(2020, 9, 9);

    [Fact]
    public async Task Sixty_percent_once_a_class_began_and_the_balance_when_the_pass_rate_is_reached()
    {
        var scene = await FundingScene.SetAsync(fixture, "370481");
        var held = await scene.AddClassAsync(ClassState.Open);
        var funding = await scene.OpenAsync(scene.Project(held));
        (funding.State, funding.PayeeName, funding.ContractFen).ShouldBe((FundingState.Open, "某某职业培训学校", 10_000_001));
        funding.MissingFacts.ShouldBe(["employment_rate", "pass_rate", "started_on"], ignoreOrder: true);
        (await scene.PayAsync(funding)).Added.ShouldBeEmpty();

        await scene.GoOnAsync(held, ClassState.UnderWay, started: new(2020, 8, 31));
        var paid = await scene.PayAsync(funding);
        paid.Added.ShouldBe([FundingStage.Advance]);
        FundingScene.Stages(paid.Funding).ShouldBe(["Advance 6000001"]);
        (await scene.PayAsync(funding)).Added.ShouldBeEmpty();

        await scene.GoOnAsync(held, ClassState.Examined, passed: 19, half: new(2020, 8, 31));
        var open = await Should.ThrowAsync<RpcException>(() => scene.SettleAsync(funding));
        open.Reason().ShouldBe("PAYABLES_OPEN");
        await scene.PublishAsync(paid.Funding.Payments[0]);
        await scene.BankPaysAsync(After, paid.Funding.Payments[0]);

        var settled = await scene.SettleAsync(funding, day: After);
        settled.State.ShouldBe(FundingState.Settled);
        FundingScene.Stages(settled).ShouldBe(["Advance 6000001", "Balance 4000000"]);
        (settled.ToRecoverFen, settled.Payments[0].PaidFen).ShouldBe((0, 6_000_001));
        var read = await scene.GetAsync(funding);
        FundingScene.Cited(read).ShouldBe([Clause]);
        read.Decisions[^1].Decision.Outputs["balance"].ShouldBe("40000.00");
        read.Steps.Select(step => (step.State, step.Note)).ShouldContain(("FUNDING_STATE_SETTLED", "清算：应付总额100000.01元（55号 第六条(四)），已拨付60000.01元，余款40000.00元"));
        (await Should.ThrowAsync<RpcException>(() => scene.PayAsync(funding))).Reason().ShouldBe("FUNDING_STATE");
    }

    [Fact]
    public async Task Eighty_percent_when_both_rates_are_missed_and_nothing_while_one_is_unknown()
    {
        var scene = await FundingScene.SetAsync(fixture, "370522");
        var held = await scene.AddClassAsync(ClassState.Accepted, passed: 18, started: new(2020, 8, 3));
        var failed = await scene.AddClassAsync(ClassState.NotAccepted, trainees: 1, passed: 1, started: new(2020, 8, 3));
        var funding = await scene.OpenAsync(scene.Project(held, failed));
        var waiting = await scene.SettleAsync(funding);
        (waiting.State, waiting.Payments.Count).ShouldBe((FundingState.Open, 0));
        waiting.MissingFacts.ShouldBe(["employment_rate"]);

        var settled = await scene.SettleAsync(funding, request => request.EmploymentRate = "0.8499");
        FundingScene.Stages(settled).ShouldBe(["Balance 8000001"]);
        var read = await scene.GetAsync(funding);
        FundingScene.Cited(read).ShouldBe([Clause]);
        read.Decisions[^1].Decision.Outputs["total"].ShouldBe("80000.01");
    }

    [Theory]
    [InlineData(2, "Balance 10000001")]
    [InlineData(1, "Balance 8000001")]
    public async Task The_employment_rate_is_counted_in_the_registers_when_the_training_is_over(int employed, string balance)
    {
        var classes = await ClassScene.SetAsync(fixture, "370304");
        var held = (await classes.OpenAsync()).ClassId;
        var people = new[] { People.New(), People.New() };
        await new Roster(classes.Hall()).SendAsync(held, Roster.Of(people));
        await classes.Hall().StartClassAsync(new() { RequestId = FundingScene.NewId(), ClassId = held });
        foreach (var person in people.Take(employed))
        {
            await fixture.Registration.EmployAsync(person, People.EmployerCode);
        }

        var scene = await FundingScene.SetAsync(fixture, "370304");
        var request = scene.Project(Guid.Parse(held));
        request.InstitutionId = classes.InstitutionId;
        var funding = await scene.OpenAsync(request);
        (await scene.SettleAsync(funding, one => one.CountEmployment = true)).MissingFacts.ShouldBe(["employment_rate", "pass_rate"], ignoreOrder: true);

        var trainees = await classes.TraineesAsync(held);
        await classes.Hall().RecordResultsAsync(ClassScene.Results(held, trainees.Select(one => (one.EnrolmentId, (bool?)false))));
        (await scene.SettleAsync(funding)).MissingFacts.ShouldBe(["employment_rate"]);
        FundingScene.Stages(await scene.SettleAsync(funding, one => one.CountEmployment = true)).ShouldBe([balance]);
    }

    [Fact]
    public async Task What_was_given_up_is_settled_with_nothing()
    {
        var scene = await FundingScene.SetAsync(fixture, "370522");
        var held = await scene.AddClassAsync(ClassState.Open);
        var funding = await scene.OpenAsync(scene.Project(held));
        await scene.GoOnAsync(held, ClassState.Cancelled);
        var settled = await scene.SettleAsync(funding);
        (settled.State, settled.Payments.Count, settled.ToRecoverFen).ShouldBe((FundingState.Settled, 0, 0));
    }

    [Fact]
    public async Task A_project_elsewhere_waits_for_a_rule()
    {
        var scene = await FundingScene.SetAsync(fixture, "130502");
        var held = await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 31));
        var funding = await scene.OpenAsync(scene.Project(held));
        funding.MissingFacts.ShouldContain("training.project_advance_share");
        (await scene.PayAsync(funding)).Funding.Payments.ShouldBeEmpty();
    }
}
