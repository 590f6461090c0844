using Grpc.Core;
using Wenye.Contracts.Training.V1;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>预拨, 邢南政发〔2020〕1号 (十七): twenty trainees at 1,800 yuan, of which 14,400 may be advanced.</summary>
public sealed class AdvanceFundingTests(TrainingFixture fixture)
{
    private const string Clause = "邢南政发〔2020〕1号 (十七)";
    private const string Nanhe = "130506";

    [Fact]
    public async Task Up_to_forty_percent_are_advanced_and_deducted_at_the_settlement()
    {
        var scene = await FundingScene.SetAsync(fixture, Nanhe);
        var held = await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 24));
        var funding = await scene.OpenAsync(Request(scene, held, 1_440_000));
        (funding.State, funding.ExpectedFen).ShouldBe((FundingState.Open, 3_600_000));
        var paid = (await scene.PayAsync(funding)).Funding;
        FundingScene.Stages(paid).ShouldBe(["Advance 1440000"]);
        await scene.BankPaysAsync(TrainingFixture.Today, paid.Payments[0]);
        (await scene.SettleAsync(funding)).State.ShouldBe(FundingState.Open);

        await scene.GoOnAsync(held, ClassState.Accepted, passed: 18, closed: TrainingFixture.Today);
        var settled = await scene.SettleAsync(funding);
        FundingScene.Stages(settled).ShouldBe(["Advance 1440000", "Balance 1800000"]);
        FundingScene.Cited(await scene.GetAsync(funding)).ShouldBe([Clause]);
    }

    [Fact]
    public async Task More_than_what_is_due_in_the_end_comes_back()
    {
        var scene = await FundingScene.SetAsync(fixture, Nanhe);
        var held = await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 24));
        var funding = await scene.OpenAsync(Request(scene, held, 1_000_000));
        await scene.BankPaysAsync(TrainingFixture.Today, (await scene.PayAsync(funding)).Funding.Payments[0]);
        await scene.GoOnAsync(held, ClassState.Accepted, passed: 5, closed: TrainingFixture.Today);
        var settled = await scene.SettleAsync(funding);
        (settled.State, settled.ToRecoverFen, settled.Payments.Count).ShouldBe((FundingState.Settled, 100_000, 1));
    }

    [Fact]
    public async Task More_than_forty_percent_is_refused_and_another_request_may_follow()
    {
        var scene = await FundingScene.SetAsync(fixture, Nanhe);
        var held = await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 24));
        var refused = await scene.OpenAsync(Request(scene, held, 1_440_001));
        refused.State.ShouldBe(FundingState.Refused);
        FundingScene.RefusedBy(refused).ShouldBe([Clause]);
        (await Should.ThrowAsync<RpcException>(() => scene.PayAsync(refused))).Reason().ShouldBe("FUNDING_STATE");
        (await scene.OpenAsync(Request(scene, held, 1_440_000))).State.ShouldBe(FundingState.Open);
    }

    [Fact]
    public async Task Who_is_no_longer_on_file_gets_nothing_in_advance()
    {
        var scene = await FundingScene.SetAsync(fixture, Nanhe);
        var funding = await scene.OpenAsync(Request(scene, await scene.AddClassAsync(ClassState.Open), 1_000_000));
        funding.State.ShouldBe(FundingState.Open);
        await scene.WithdrawInstitutionAsync();
        var refused = (await scene.PayAsync(funding)).Funding;
        (refused.State, refused.Payments.Count).ShouldBe((FundingState.Refused, 0));
        FundingScene.RefusedBy(refused).ShouldBe([Clause]);
    }

    [Fact]
    public async Task What_is_not_established_is_asked_for()
    {
        var scene = await FundingScene.SetAsync(fixture, Nanhe);
        var funding = await scene.OpenAsync(scene.Of(
            FundingKind.Advance, [await scene.AddClassAsync(ClassState.Open, trainees: 0)], request => request.RequestedFen = 1));
        funding.MissingFacts.ShouldBe(["epidemic_period", "expected_amount"], ignoreOrder: true);
        (await scene.PayAsync(funding)).Funding.Payments.ShouldBeEmpty();
    }

    private static OpenFundingRequest Request(FundingScene scene, Guid held, long fen) =>
        scene.Of(FundingKind.Advance, [held], request => (request.RequestedFen, request.EpidemicPeriod) = (fen, true));
}
