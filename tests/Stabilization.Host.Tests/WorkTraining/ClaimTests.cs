using Grpc.Core;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Xunit;

namespace Wenye.Stabilization.Host.Tests.WorkTraining;

/// <summary>A claim from the firm to what is payable: what it is granted depends on all that the firm claims.</summary>
public sealed class ClaimTests(StabilizationFixture fixture)
{
    [Fact]
    public async Task What_a_review_confirms_is_payable_from_the_special_account_after_publicity()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-05", 10), ClaimScene.Month("2020-06", 8));

        claim.State.ShouldBe(ClaimState.Submitted);
        ClaimScene.Amounts(claim).ShouldBe("2020-05:5000 2020-06:4000");
        claim.Months[0].Trainees.ShouldBe(10);
        claim.Months[0].NotCounted.ShouldBeEmpty();
        claim.Months[0].Decision.Findings.ShouldContain(finding => finding.Clause.Document == "鲁人社字〔2020〕63号" && finding.Clause.Item == "二(二)5");
        claim.Size.Outputs["size"].ShouldBe("medium");

        var reviewed = (await scene.ReviewAsync(ClaimScene.Under63, claim.ClaimId)).Claim;
        reviewed.State.ShouldBe(ClaimState.Reviewed);
        var stored = await fixture.Database.ReadAsync<string>(
            "select concat_ws(' ', fund, needs_publicity, amount_fen, benefit, payee, pool, division, state) from payable where id = $1::uuid and subject_id = $2::uuid",
            reviewed.PayableId, claim.ClaimId);
        stored.ShouldBe($"{(int)Fund.SkillsSpecialAccount} t 900000 stabilization.work_training.hiring {scene.CreditCode} 370100 370102 {(int)PayableState.Decided}");
        (await scene.Reviewer(ClaimScene.Under63).GetClaimAsync(new() { ClaimId = claim.ClaimId })).Claim.Steps
            .Select(step => (step.State, step.Operator)).ShouldBe([(ClaimState.Submitted, ""), (ClaimState.Reviewed, "测审")]);
    }

    [Fact]
    public async Task A_firm_has_six_months_over_all_its_claims()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, [.. ClaimScene.Months(1, 4).Select(month => ClaimScene.Month(month, 2))]);
        var second = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Difficult, [.. ClaimScene.Months(5, 3).Select(month => ClaimScene.Difficult(month, 2))]);

        ClaimScene.Amounts(second).ShouldBe("2020-05:1000 2020-06:1000 2020-07:0");
        second.State.ShouldBe(ClaimState.Submitted);
        RefusedBy(second.Months[2]).ShouldBe(["鲁人社函〔2020〕78号 四(三)"]);
    }

    [Fact]
    public async Task The_cap_of_a_firm_in_difficulty_holds_over_its_claims_and_the_new_standard_tops_up()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var old = new List<Claim>();
        foreach (var month in ClaimScene.Months(2, 3))
        {
            old.Add(await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Difficult, ClaimScene.Difficult(month, 150)));
        }

        old.Select(claim => claim.AmountFen / 100).ShouldBe([75_000, 25_000, 0]);
        RefusedBy(old[2].Months[0]).ShouldBe(["鲁人社字〔2020〕63号 二(二)6"]);
        await scene.ReviewAsync(ClaimScene.Under63, old[1].ClaimId);

        var topped = await scene.SubmitAsync(
            ClaimScene.Under78, WorkTrainingKind.Difficult, ClaimScene.Difficult("2020-03", 150), ClaimScene.Difficult("2020-04", 150), ClaimScene.Difficult("2020-02", 150));
        ClaimScene.Amounts(topped).ShouldBe("2020-02:0 2020-03:50000 2020-04:75000");
        RefusedBy(topped.Months[0]).ShouldBe(["鲁人社函〔2020〕78号 四(五)"]);
        topped.Months[1].Decision.Findings.ShouldContain(finding => finding.Clause.Item == "四(五)" && finding.Fact == "paid_this_month" && finding.Value == "25000.00");
    }

    [Fact]
    public async Task A_month_refused_under_the_old_standard_is_granted_under_the_new_one()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var month = ClaimScene.Difficult("2020-06", 4, drop: "0.3");
        (month.ElectricityDrop, month.EnergyDrop) = ("0.3", "-0.05");
        var old = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Difficult, month);
        RefusedBy(old.Months[0]).ShouldBe(["鲁人社字〔2020〕63号 二(二)6"]);
        (await scene.ReviewAsync(ClaimScene.Under63, old.ClaimId)).Claim.PayableId.ShouldBe("");

        var again = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Difficult, month);
        ClaimScene.Amounts(again).ShouldBe("2020-06:2000");
    }

    [Fact]
    public async Task A_month_paid_once_under_the_old_standard_is_not_paid_again()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 4));
        var again = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 6));
        RefusedBy(again.Months[0]).ShouldBe(["鲁人社字〔2020〕63号 二(二)"]);
    }

    [Fact]
    public async Task One_kind_a_month_and_what_is_withdrawn_is_free_again()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var hiring = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, ClaimScene.Month("2020-08", 2));
        var other = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Difficult, ClaimScene.Difficult("2020-08", 3));
        RefusedBy(other.Months[0]).ShouldBe(["鲁人社函〔2020〕78号 四(三)"]);

        var withdrawn = (await scene.Portal(ClaimScene.Under78).WithdrawClaimAsync(new() { RequestId = "w", ClaimId = hiring.ClaimId })).Claim;
        withdrawn.State.ShouldBe(ClaimState.Withdrawn);
        var now = (await scene.ReviewAsync(ClaimScene.Under78, other.ClaimId)).Claim;
        ClaimScene.Amounts(now).ShouldBe("2020-08:1500");

        var late = await Should.ThrowAsync<RpcException>(() => scene.ReviewAsync(ClaimScene.Under78, hiring.ClaimId));
        (late.StatusCode, late.Reason()).ShouldBe((StatusCode.FailedPrecondition, "CLAIM_STATE"));
    }

    [Fact]
    public async Task What_was_dropped_after_an_objection_is_free_again()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 4));
        var payable = (await scene.ReviewAsync(ClaimScene.Under63, claim.ClaimId)).Claim.PayableId;
        await fixture.Database.ReadAsync<long>("update payable set state = $2 where id = $1::uuid returning amount_fen", payable, (int)PayableState.Dropped);

        var again = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 3));
        ClaimScene.Amounts(again).ShouldBe("2020-06:1500");
    }

    [Fact]
    public async Task Two_claims_at_once_share_the_last_month()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, [.. ClaimScene.Months(1, 5).Select(month => ClaimScene.Month(month, 1))]);
        var claims = await Task.WhenAll(ClaimScene.Months(6, 4).Select(month => scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, ClaimScene.Month(month, 1))));

        claims.Count(claim => claim.AmountFen > 0).ShouldBe(1);
        claims.Where(claim => claim.AmountFen == 0).ShouldAllBe(claim => RefusedBy(claim.Months[0]).Single() == "鲁人社函〔2020〕78号 四(三)");
    }

    [Fact]
    public async Task Claims_at_once_share_the_cap()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claims = await Task.WhenAll(ClaimScene.Months(2, 4).Select(month => scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Difficult, ClaimScene.Difficult(month, 150))));

        claims.Select(claim => claim.AmountFen / 100).Order().ShouldBe([0, 0, 25_000, 75_000]);
    }

    [Fact]
    public async Task A_large_firm_rests_on_its_industry()
    {
        var scene = await ClaimScene.SetAsync(fixture, employees: 2000);
        var asked = scene.Asked(WorkTrainingKind.Hiring, ClaimScene.Month("2020-08", 2));
        RefusedBy((await scene.Portal(ClaimScene.Under78).SubmitClaimAsync(asked)).Claim.Months[0]).ShouldBe(["鲁人社函〔2020〕78号 一"]);

        var trade = scene.Asked(WorkTrainingKind.Hiring, ClaimScene.Month("2020-09", 2));
        trade.Industry = HitIndustry.ForeignTrade;
        trade.ClearScopeAddedAfter20200509();
        var open = (await scene.Portal(ClaimScene.Under78).SubmitClaimAsync(trade)).Claim;
        (open.State, open.Months[0].Decision.MissingFacts.Single()).ShouldBe((ClaimState.Incomplete, "scope_added_after_2020_05_09"));
        var supplied = await scene.Portal(ClaimScene.Under78).SupplyClaimMaterialAsync(
            new() { RequestId = "s", ClaimId = open.ClaimId, ScopeAddedAfter20200509 = false });
        ClaimScene.Amounts(supplied.Claim).ShouldBe("2020-09:1000");
    }

    internal static IReadOnlyList<string> RefusedBy(MonthDecision month) =>
        [.. month.Decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}").Distinct()];
}
