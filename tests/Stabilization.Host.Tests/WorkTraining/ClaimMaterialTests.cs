using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Xunit;

namespace Wenye.Stabilization.Host.Tests.WorkTraining;

/// <summary>What is not established is asked for, and never counts against the firm; what the review finds wrong does not count.</summary>
public sealed class ClaimMaterialTests(StabilizationFixture fixture)
{
    [Fact]
    public async Task Who_does_not_count_is_named_with_the_clause_and_who_lacks_material_keeps_the_month_open()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var unpaid = ClaimScene.Person(person => person.WageFen = 0);
        var unknown = ClaimScene.Person(person => person.ClearOtherSubsidy());
        var claim = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, ClaimScene.MonthOf("2020-08", ClaimScene.Person(), unpaid, unknown));

        claim.State.ShouldBe(ClaimState.Incomplete);
        var month = claim.Months.ShouldHaveSingleItem();
        (month.Outcome, month.Trainees).ShouldBe((Outcome.Incomplete, 1));
        month.Decision.MissingFacts.ShouldBe(["trainees"]);
        month.NotCounted.Select(line => (line.Line, line.Outcome)).ShouldBe([(2, Outcome.Refused), (3, Outcome.Incomplete)]);
        month.NotCounted[0].Clauses.ShouldHaveSingleItem().Item.ShouldBe("三");
        month.NotCounted[1].MissingFacts.ShouldBe(["other_work_training_subsidy"]);

        unknown.OtherSubsidy = false;
        var supplied = await scene.Portal(ClaimScene.Under78).SupplyClaimMaterialAsync(new()
        {
            RequestId = "s", ClaimId = claim.ClaimId, Months = { ClaimScene.MonthOf("2020-08", ClaimScene.Person(), unpaid, unknown) },
        });
        supplied.Claim.State.ShouldBe(ClaimState.Submitted);
        ClaimScene.Amounts(supplied.Claim).ShouldBe("2020-08:1000");
    }

    [Fact]
    public async Task A_written_commitment_shows_wages_only_since_October()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var month = ClaimScene.Month("2020-06", 2);
        month.PayrollProof = PayrollProof.WrittenCommitment;
        var old = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, month);
        old.Months[0].NotCounted.ShouldAllBe(line => line.MissingFacts.Single() == "wage_paid");

        // Supplied in November, the claim of July is still judged by the plan of June.
        var supplied = await scene.Portal(ClaimScene.Under78).SupplyClaimMaterialAsync(new() { RequestId = "s", ClaimId = old.ClaimId });
        supplied.Claim.State.ShouldBe(ClaimState.Incomplete);

        var now = await scene.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Hiring, month);
        ClaimScene.Amounts(now).ShouldBe("2020-06:1000");
    }

    [Fact]
    public async Task The_statement_of_the_last_quarter_is_asked_of_firms_in_difficulty_until_October()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var month = ClaimScene.Difficult("2020-05", 2);
        month.LastQuarterPayroll = false;
        var old = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Difficult, month);
        old.State.ShouldBe(ClaimState.Incomplete);
        var hiring = ClaimScene.Month("2020-05", 2);
        ClaimScene.Amounts(await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, hiring)).ShouldBe("2020-05:1000");

        var other = await ClaimScene.SetAsync(fixture);
        ClaimScene.Amounts(await other.SubmitAsync(ClaimScene.Under78, WorkTrainingKind.Difficult, month)).ShouldBe("2020-05:1000");
    }

    [Fact]
    public async Task A_city_that_has_not_stated_its_account_decides_nothing_and_one_below_the_stop_line_pays_nothing()
    {
        var scene = await ClaimScene.SetAsync(fixture, "370302", accountStated: false);
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 2));
        claim.Months[0].Decision.MissingFacts.ShouldBe(["special_account_share"]);
        var early = await Should.ThrowAsync<RpcException>(() => scene.ReviewAsync(ClaimScene.Under63, claim.ClaimId));
        (early.StatusCode, early.Reason()).ShouldBe((StatusCode.FailedPrecondition, "CLAIM_INCOMPLETE"));

        (await scene.StateAccountAsync(29_999_999_999, 100_000_000_000)).ShouldBe("0.299999");
        var stopped = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-05", 2));
        ClaimTests.RefusedBy(stopped.Months[0]).ShouldBe(["鲁人社字〔2020〕63号 三(四)"]);

        (await scene.StateAccountAsync(30, 100)).ShouldBe("0.3");
        ClaimScene.Amounts((await scene.ReviewAsync(ClaimScene.Under63, claim.ClaimId)).Claim).ShouldBe("2020-06:1000");
    }

    [Fact]
    public async Task A_firm_without_accounts_is_of_no_size_until_they_come()
    {
        var scene = await ClaimScene.SetAsync(fixture, employees: null);
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-06", 2));
        claim.Months[0].Decision.MissingFacts.ShouldBe(["size"]);
        claim.Size.MissingFacts.ShouldBe(["employees", "revenue_wan"]);

        await scene.DeliverAccountsAsync(500);
        var supplied = await scene.Portal(ClaimScene.Under63).SupplyClaimMaterialAsync(new() { RequestId = "s", ClaimId = claim.ClaimId });
        ClaimScene.Amounts(supplied.Claim).ShouldBe("2020-06:1000");
    }

    [Fact]
    public async Task What_is_granted_does_not_wait_for_what_lacks_material()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var open = ClaimScene.Month("2020-05", 2);
        open.PayrollProof = PayrollProof.Unspecified;
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, open, ClaimScene.Month("2020-06", 2));
        var reviewed = await scene.ReviewAsync(ClaimScene.Under63, claim.ClaimId);

        ClaimScene.Amounts(reviewed.Claim).ShouldBe("2020-06:1000");
        var rest = (await scene.Reviewer(ClaimScene.Under78).GetClaimAsync(new() { ClaimId = reviewed.RestClaimId })).Claim;
        (rest.State, rest.Months.Single().Month, rest.AppliedOn).ShouldBe((ClaimState.Incomplete, "2020-05", claim.AppliedOn));

        open.PayrollProof = PayrollProof.BankStatement;
        await scene.Portal(ClaimScene.Under63).SupplyClaimMaterialAsync(new() { RequestId = "s", ClaimId = rest.ClaimId, Months = { open } });
        ClaimScene.Amounts((await scene.ReviewAsync(ClaimScene.Under63, rest.ClaimId)).Claim).ShouldBe("2020-05:1000");
    }

    [Fact]
    public async Task Lines_that_the_review_does_not_confirm_do_not_count()
    {
        var scene = await ClaimScene.SetAsync(fixture);
        var claim = await scene.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.Month("2020-05", 1), ClaimScene.Month("2020-06", 3));
        var wrong = await Should.ThrowAsync<RpcException>(() => scene.ReviewAsync(
            ClaimScene.Under63, claim.ClaimId, new RejectedLine { Month = "2020-06", Line = 4, Reason = "核查无此人" }, new RejectedLine { Month = "6月" }));
        wrong.Fields().ShouldBe(["rejected[2].month", "rejected[2].reason"]);

        var reviewed = (await scene.ReviewAsync(
            ClaimScene.Under63, claim.ClaimId, new RejectedLine { Month = "2020-06", Line = 2, Reason = "核查未到岗" }, new RejectedLine { Month = "2020-05", Line = 1, Reason = "核查未到岗" })).Claim;
        ClaimScene.Amounts(reviewed).ShouldBe("2020-05:0 2020-06:1000");
        reviewed.Months[1].NotCounted.ShouldHaveSingleItem().RejectedBecause.ShouldBe("核查未到岗");
        reviewed.Months[0].Outcome.ShouldBe(Outcome.Refused);
    }

    [Fact]
    public async Task A_person_on_two_rosters_of_a_month_is_pointed_out_to_the_reviewer_only()
    {
        var (one, two) = (await ClaimScene.SetAsync(fixture), await ClaimScene.SetAsync(fixture, "370202"));
        var shared = ClaimScene.Person();
        var first = await one.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.MonthOf("2020-05", shared), ClaimScene.MonthOf("2020-06", ClaimScene.Person(), shared));
        var second = await two.SubmitAsync(ClaimScene.Under63, WorkTrainingKind.Hiring, ClaimScene.MonthOf("2020-06", shared));

        var months = (await one.Reviewer(ClaimScene.Under63).GetClaimAsync(new() { ClaimId = first.ClaimId })).Claim.Months;
        months[0].Overlaps.ShouldBeEmpty();
        months[1].Overlaps.ShouldHaveSingleItem().ShouldBe(new RosterOverlap
        {
            Line = 2, ClaimId = second.ClaimId, CreditCode = two.CreditCode, Name = second.Name, Kind = WorkTrainingKind.Hiring,
        });
        (await one.Portal(ClaimScene.Under63).GetClaimAsync(new() { ClaimId = first.ClaimId })).Claim.Months.ShouldAllBe(month => month.Overlaps.Count == 0);

        await two.Portal(ClaimScene.Under63).WithdrawClaimAsync(new() { RequestId = "w", ClaimId = second.ClaimId });
        (await one.Reviewer(ClaimScene.Under63).GetClaimAsync(new() { ClaimId = first.ClaimId })).Claim.Months.ShouldAllBe(month => month.Overlaps.Count == 0);
    }
}
