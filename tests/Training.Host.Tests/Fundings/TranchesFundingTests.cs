using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Fundings;

/// <summary>分期预拨, 辽政办发〔2020〕25号 (十二).</summary>
public sealed class TranchesFundingTests(TrainingFixture fixture)
{
    private const string Clause = "辽政办发〔2020〕25号 (十二)";
    private static readonly DateOnly Monday = new(2020, 11, 16);
    private static readonly DateOnly TwoWeeksLater = new(2020, 11, 30);

    [Fact]
    public async Task Each_tranche_to_the_fen_with_its_last_day()
    {
        var scene = await FundingScene.SetAsync(fixture, "210302", standardFen: 180_001, today: Monday);
        var held = await scene.AddClassAsync(ClassState.UnderWay, trainees: 7, started: new(2020, 11, 9));
        var funding = await scene.OpenAsync(scene.Of(FundingKind.Tranches, [held]));
        (funding.State, funding.ExpectedFen, funding.Payments.Count).ShouldBe((FundingState.Open, 1_260_007, 0));
        (await DueAsync(scene, Monday)).ShouldBeEmpty();
        (await DueAsync(scene, new(2020, 11, 23))).ShouldBe([("Start 630004 2020-11-23", "")]);

        (await scene.PayAsync(funding)).Added.ShouldBe([FundingStage.Start]);
        await scene.GoOnAsync(held, ClassState.UnderWay, half: new(2020, 11, 13));
        var half = await scene.PayAsync(funding);
        FundingScene.Stages(half.Funding).ShouldBe(["Start 630004 2020-11-23", "Half 315002 2020-11-13"]);
        half.Funding.MissingFacts.ShouldBe(["accepted", "publicity_ended_on"], ignoreOrder: true);

        await scene.GoOnAsync(held, ClassState.Accepted, passed: 6, closed: Monday);
        var rest = (await scene.PayAsync(funding)).Funding;
        FundingScene.Stages(rest).ShouldBe(["Start 630004 2020-11-23", "Half 315002 2020-11-13", "Rest 315001"]);
        rest.MissingFacts.ShouldBe(["publicity_ended_on"]);
        var publicity = await scene.PublishAsync(rest.Payments[2]);
        (publicity.To.ToDay(), publicity.WorkingDays).ShouldBe((new DateOnly(2020, 11, 23), 5));

        (await DueAsync(scene, TwoWeeksLater, TwoWeeksLater)).Select(one => one.Item1)
            .ShouldBe(["Half 315002 2020-11-13", "Start 630004 2020-11-23", "Rest 315001 2020-11-30"]);
        var over = await scene.PayAsync(funding, TwoWeeksLater);
        (over.Added.Count, FundingScene.InShort(over.Funding.Payments[2])).ShouldBe((0, "Rest 315001 2020-11-30"));
        await scene.BankPaysAsync(TwoWeeksLater, [.. over.Funding.Payments]);
        var settled = await scene.SettleAsync(funding, day: TwoWeeksLater);
        (settled.State, settled.ToRecoverFen, settled.Payments.Sum(one => one.PaidFen)).ShouldBe((FundingState.Settled, 0, 1_260_007));
        var read = await scene.GetAsync(funding);
        FundingScene.Cited(read).ShouldBe([Clause]);
        read.Decisions[^1].Decision.Outcome.ShouldBe(Outcome.Granted);
        (await DueAsync(scene, TwoWeeksLater, TwoWeeksLater)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_paid_for_a_class_that_was_not_accepted_is_taken_back()
    {
        var scene = await FundingScene.SetAsync(fixture, "210402", today: Monday);
        var held = await scene.AddClassAsync(ClassState.UnderWay, trainees: 10, started: new(2020, 11, 9));
        var funding = await scene.OpenAsync(scene.Of(FundingKind.Tranches, [held]));
        var start = (await scene.PayAsync(funding)).Funding.Payments[0];
        await scene.BankPaysAsync(Monday, start);
        await scene.GoOnAsync(held, ClassState.UnderWay, half: Monday);
        var half = (await scene.PayAsync(funding)).Funding.Payments[1];
        await scene.GoOnAsync(held, ClassState.NotAccepted, closed: Monday);
        (await scene.PayAsync(funding)).Added.ShouldBeEmpty();

        (await Should.ThrowAsync<RpcException>(() => scene.SettleAsync(funding))).Reason().ShouldBe("PAYABLES_OPEN");
        await scene.Payments(Monday, Roles.TrainingReviewer).DropPayableAsync(new() { RequestId = FundingScene.NewId(), PayableId = half.PayableId, Reason = "未通过验收" });
        var settled = await scene.SettleAsync(funding);
        (settled.State, settled.ToRecoverFen, settled.RecoveredFen).ShouldBe((FundingState.Settled, 900_000, 0));
        FundingScene.RefusedBy(settled).ShouldBe([Clause]);
        (await scene.GetAsync(funding)).Decisions[^1].Decision.Outputs["recover"].ShouldBe("9000.00");

        await scene.Payments(Monday, Roles.Payer).RecordRecoveryAsync(
            new() { RequestId = FundingScene.NewId(), PayableId = start.PayableId, AmountFen = 900_000, BankReference = "R1", ValueDate = Monday.ToContract() });
        var read = await scene.GetAsync(funding);
        (read.RecoveredFen, read.Payments[0].PayableState, read.Payments[1].PayableState).ShouldBe((900_000, PayableState.Recovered, PayableState.Dropped));
    }

    [Fact]
    public async Task A_rest_that_is_not_paid_after_all_ends_the_funding_and_takes_nothing_back()
    {
        var scene = await FundingScene.SetAsync(fixture, "210602", today: Monday);
        var held = await scene.AddClassAsync(ClassState.UnderWay, trainees: 10, started: new(2020, 11, 2), half: new(2020, 11, 9));
        await scene.GoOnAsync(held, ClassState.Accepted, passed: 10, closed: Monday);
        var funding = await scene.OpenAsync(scene.Of(FundingKind.Tranches, [held]));
        var paid = (await scene.PayAsync(funding)).Funding;
        FundingScene.Stages(paid).ShouldBe(["Start 900000 2020-11-16", "Half 450000 2020-11-09", "Rest 450000"]);
        await scene.BankPaysAsync(Monday, [.. paid.Payments.Take(2)]);
        await scene.Payments(Monday, Roles.TrainingReviewer).DropPayableAsync(new() { RequestId = FundingScene.NewId(), PayableId = paid.Payments[2].PayableId, Reason = "异议成立" });
        var settled = await scene.SettleAsync(funding);
        (settled.State, settled.ToRecoverFen, settled.Payments.Count).ShouldBe((FundingState.Settled, 0, 3));
    }

    [Fact]
    public async Task Calls_at_once_pay_once()
    {
        var scene = await FundingScene.SetAsync(fixture, "210502", today: Monday);
        var held = await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 11, 9));
        var funding = await scene.OpenAsync(scene.Of(FundingKind.Tranches, [held]));
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.PayAsync(funding)));
        answers.Sum(answer => answer.Added.Count).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Funding.Payments.Count == 1);
        (await fixture.Database.ReadAsync<long>("select count(*) from payable where pool = $1", "210500")).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_rule_or_a_standard_nothing_is_paid()
    {
        var shandong = await FundingScene.SetAsync(fixture, "370304");
        var there = await shandong.OpenAsync(shandong.Of(FundingKind.Tranches, [await shandong.AddClassAsync(ClassState.UnderWay, started: new(2020, 8, 31))]));
        there.MissingFacts.ShouldContain("training.tranche_start_share");
        (await shandong.PayAsync(there)).Funding.Payments.ShouldBeEmpty();

        var scene = await FundingScene.SetAsync(fixture, "210302", standardFen: null, today: Monday);
        var funding = await scene.OpenAsync(scene.Of(FundingKind.Tranches, [await scene.AddClassAsync(ClassState.UnderWay, started: new(2020, 11, 9))]));
        (funding.ExpectedFen, funding.State).ShouldBe((0, FundingState.Open));
        funding.MissingFacts.ShouldContain("expected_amount");
    }

    private static async Task<List<(string, string)>> DueAsync(FundingScene scene, DateOnly until, DateOnly? day = null) =>
        [.. (await scene.Reviewer(day).ListDueFundingsAsync(new() { Until = until.ToContract() })).Due.Where(one => one.Payment.DueOn is not null)
            .Select(one => (FundingScene.InShort(one.Payment), one.Payment.PayableId.Length == 0 || day is null ? one.Payment.PayableId : "added"))];
}
