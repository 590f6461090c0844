using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>Banks claim their quarters, the office reviews and pays them (按季申请贴息).</summary>
public sealed class SubsidyClaimTests(SubsidyFixture fixture) : IClassFixture<SubsidyFixture>
{
    // 200,000.00 × 0.0435 × 92 ÷ 360 = 2,223.333…
    private const long WholeQuarter = 2_223_33;

    [Fact]
    public async Task A_bank_claims_a_quarter_and_every_line_shows_its_arithmetic()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370400");
        var (one, other) = (await scene.LendAsync(), await scene.LendAsync());
        await scene.BookAsync(other, 2, LoanEntryKind.Repayment, new(2020, 8, 15), -50_000_00);

        var claim = await scene.ClaimAsync(figures: [(one, WholeQuarter), (other, 1)]);

        (claim.State, claim.Lines, claim.Granted, claim.Corrections).ShouldBe((SubsidyClaimState.Computed, 2, 2, 0));
        (claim.ToldFen, claim.Differing, claim.UnmatchedContracts.Count).ShouldBe((WholeQuarter + 1, 1, 0));
        var lines = await scene.LinesAsync(claim);
        var whole = lines.Single(line => line.LoanId == one.Id.ToString());
        (whole.ContractNumber, whole.DueFen, whole.AmountFen, whole.InterestFen, whole.Days).ShouldBe((one.ContractNumber, WholeQuarter, WholeQuarter, WholeQuarter, 92));
        whole.Segments.ShouldHaveSingleItem().ShouldBe(new SubsidySegment
        {
            From = new DateOnly(2020, 7, 1).ToContract(), To = new DateOnly(2020, 10, 1).ToContract(), Days = 92, PrincipalFen = 200_000_00, AnnualRate = "0.0435",
            SubsidisedRate = "0.0435", Interest = "2223.333333", Subsidy = "2223.333333", Standing = LoanStanding.Normal, Outcome = Outcome.Granted,
            Arithmetic = "200000.00 × 0.0435 × 92 ÷ 360",
        });
        var repaid = lines.Single(line => line.LoanId == other.Id.ToString());
        repaid.Segments.Select(one => one.Arithmetic).ShouldBe(["200000.00 × 0.0435 × 45 ÷ 360", "150000.00 × 0.0435 × 47 ÷ 360"]);
        repaid.DueFen.ShouldBe((long)decimal.Round(((200_000m * 45) + (150_000m * 47)) * 0.0435m / 360 * 100, MidpointRounding.AwayFromZero));
        claim.AmountFen.ShouldBe(whole.AmountFen + repaid.AmountFen);
        claim.Shares.UnknownFen.ShouldBe(claim.AmountFen);
        var differing = await scene.Client.ListSubsidyLinesAsync(new() { ClaimId = claim.ClaimId, DifferingOnly = true });
        differing.Lines.ShouldHaveSingleItem().ToldFen.ShouldBe(1);
    }

    [Fact]
    public async Task What_comes_of_principal_above_the_nation_s_limit_is_the_place_s_own_and_the_rest_is_shared()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371000");
        var (raised, usual) = (await scene.LendAsync(fen: 300_000_00), await scene.LendAsync());

        var claim = await scene.ClaimAsync();

        // 300,000.00 × 0.0435 × 92 ÷ 360 = 3,335.00, a third of it above 200,000.00: 1,111.67; of the other 2,223.33 centre and province have 30 % each.
        var lines = (await scene.LinesAsync(claim)).ToDictionary(line => line.LoanId);
        lines[raised.Id.ToString()].Shares.ShouldBe(new() { CentralFen = 667_00, ProvinceFen = 667_00, LocalFen = 889_33 + 1_111_67, AboveStandardFen = 1_111_67 });
        lines[usual.Id.ToString()].Shares.ShouldBe(new() { CentralFen = 667_00, ProvinceFen = 667_00, LocalFen = 889_33 });
        claim.Shares.ShouldBe(new() { CentralFen = 1_334_00, ProvinceFen = 1_334_00, LocalFen = 889_33 + 889_33 + 1_111_67, AboveStandardFen = 1_111_67 });
        var whole = await scene.Client.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = raised.Id.ToString() });
        (whole.Replayed, whole.Decisions[^1].Outputs["above_amount"]).ShouldBe((true, "100000.00"));
        (await fixture.Database.ReadAsync<long>("select count(*) from subsidy_line_2020 where claim_id = $1", Guid.Parse(claim.ClaimId))).ShouldBe(2);
    }

    [Fact]
    public async Task A_line_is_decided_again_to_the_same_bytes_and_tampering_shows()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370400");
        var loan = await scene.LendAsync();
        var claim = await scene.ClaimAsync();

        var line = await scene.Client.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = loan.Id.ToString() });

        line.Replayed.ShouldBeTrue();
        line.Decisions.Select(decision => decision.Program).ShouldBe(["loans.quarterly_check", "loans.interest_subsidy", "loans.fiscal_share"]);
        line.Decisions[1].Findings.ShouldContain(finding => finding.Clause.Item == "第七条" && finding.Clause.Document == "鲁人社字〔2020〕27号");
        await fixture.Database.ReadAsync<long>("update subsidy_line set due_fen = due_fen + 1 where claim_id = $1 returning due_fen", Guid.Parse(claim.ClaimId));
        (await scene.Client.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = loan.Id.ToString() })).Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reviewed_claim_is_one_payable_to_the_bank_out_of_the_fund_for_entrepreneurship()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370500");
        await scene.LendAsync();
        var claim = await scene.ClaimAsync();
        var both = fixture.Office(scene.City, Roles.Loans, Roles.LoansReviewer);
        (await RefusedAsync(() => both.ReviewSubsidyClaimAsync(Review(claim)))).ShouldBe((StatusCode.FailedPrecondition, "DUTIES_NOT_SEPARATED"));
        var reviewer = fixture.Office(scene.City, Roles.LoansReviewer);
        (await RefusedAsync(() => reviewer.ReviewSubsidyClaimAsync(Review(claim, hash: "0")))).ShouldBe((StatusCode.FailedPrecondition, "SUBSIDY_CLAIM_CHANGED"));
        var request = Review(claim);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await reviewer.ReviewSubsidyClaimAsync(request)).Claim));

        var confirmed = answers.Distinct().ShouldHaveSingleItem();
        (confirmed.State, confirmed.PayableFen, confirmed.CarriedOutFen).ShouldBe((SubsidyClaimState.Confirmed, WholeQuarter, 0));
        (await fixture.Database.ReadAsync<string>(
            "select concat_ws(' ', benefit, payee, fund, pool, amount_fen) from payable where id = $1", Guid.Parse(confirmed.PayableId)))
            .ShouldBe($"loans.interest_subsidy {scene.Bank.CreditCode} {(int)Contracts.Payments.V1.Fund.Entrepreneurship} {scene.City} {WholeQuarter}");
        (await RefusedAsync(() => reviewer.ReviewSubsidyClaimAsync(Review(claim)))).ShouldBe((StatusCode.FailedPrecondition, "SUBSIDY_CLAIM_STATE"));
        confirmed.Steps.Select(step => step.State).ShouldBe(["SUBSIDY_CLAIM_STATE_COMPUTING", "SUBSIDY_CLAIM_STATE_CONFIRMED"]);
        (await scene.ClaimAsync()).Lines.ShouldBe(0);
    }

    [Fact]
    public async Task A_claim_that_is_sent_back_counts_for_nothing_and_another_has_the_same_hash()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370500");
        await scene.LendAsync();
        var claim = await scene.ClaimAsync();
        (await RefusedAsync(() => scene.ClaimAsync())).ShouldBe((StatusCode.FailedPrecondition, "SUBSIDY_CLAIM_OPEN"));

        var rejected = await fixture.Office(scene.City, Roles.LoansReviewer).ReviewSubsidyClaimAsync(
            new() { RequestId = SubsidyFixture.NewId(), ClaimId = claim.ClaimId, RejectedBecause = "虚构理由", Handling = SubsidyFixture.By() });

        rejected.Claim.State.ShouldBe(SubsidyClaimState.Rejected);
        var again = await scene.ClaimAsync();
        (again.Hash, again.AmountFen).ShouldBe((claim.Hash, claim.AmountFen));
    }

    [Fact]
    public async Task What_was_told_late_is_made_up_or_kept_back_by_a_later_claim()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370600");
        var loan = await scene.LendAsync();
        await fixture.ConfirmAsync(await scene.ClaimAsync(new() { Year = 2020, Number = 2 }));
        await fixture.ConfirmAsync(await scene.ClaimAsync());
        // Told in January: nearly all was repaid on 1 June already, and the rest in October.
        await scene.BookAsync(loan, 2, LoanEntryKind.Repayment, new(2020, 6, 2), -190_000_00);
        await scene.BookAsync(loan, 3, LoanEntryKind.Repayment, new(2020, 10, 11), -10_000_00);
        var (fourth, january) = (new Quarter { Year = 2020, Number = 4 }, new DateOnly(2021, 1, 12));

        var claim = await scene.ClaimAsync(fourth, january);

        (claim.Lines, claim.Corrections).ShouldBe((3, 2));
        var lines = await scene.LinesAsync(claim);
        lines.Select(line => (line.Quarter.Number, line.BookedBeforeFen, line.DueFen, line.AmountFen)).ShouldBe(
        [
            (2, 725_00, Yuan((200_000m * 1) + (10_000m * 29)), Yuan((200_000m * 1) + (10_000m * 29)) - 725_00),
            (3, WholeQuarter, Yuan(10_000m * 92), Yuan(10_000m * 92) - WholeQuarter),
            (4, 0, Yuan(10_000m * 10), Yuan(10_000m * 10)),
        ]);
        claim.AmountFen.ShouldBeLessThan(0);
        var confirmed = await fixture.ConfirmAsync(claim, january);
        (confirmed.PayableFen, confirmed.CarriedOutFen, confirmed.PayableId).ShouldBe((0, claim.AmountFen, ""));
        await scene.LendAsync(contract: new(2020, 12, 1));
        var next = await fixture.ConfirmAsync(await scene.ClaimAsync(fourth, january), january);
        (next.CarriedInFen, next.PayableFen).ShouldBe((claim.AmountFen, Math.Max(next.AmountFen + claim.AmountFen, 0)));
    }

    [Fact]
    public async Task What_was_booked_for_a_drawdown_that_is_taken_back_is_kept_back()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371500");
        var loan = await scene.LendAsync();
        await fixture.ConfirmAsync(await scene.ClaimAsync());

        await scene.TakeBackAsync(loan);
        var again = await scene.ClaimAsync();

        // 200,000.00 × 0.0435 × 92 ÷ 360
        (again.AmountFen, again.PayableFen).ShouldBe((-2_223_33, 0));
        (await scene.LinesAsync(again)).ShouldHaveSingleItem().DueFen.ShouldBe(0);
    }

    [Fact]
    public async Task Eight_claims_at_once_are_one_and_a_repeat_has_the_first_answer()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370600");
        await scene.LendAsync();
        var request = scene.Request();

        var runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await SubsidyScene.SubmitAsync(scene.Client, request)).Run.RunId));

        var run = runs.Distinct().ShouldHaveSingleItem();
        (await SubsidyFixture.EndedAsync(scene.Client, run)).ShouldHaveSingleItem().AmountFen.ShouldBe(WholeQuarter);
        request.Pool = "370700";
        (await RefusedAsync(() => SubsidyScene.SubmitAsync(scene.Client, request))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
    }

    [Fact]
    public async Task Overdue_days_are_not_subsidised_and_the_clause_is_told()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370600");
        var loan = await scene.LendAsync();
        await scene.BookAsync(loan, 2, LoanEntryKind.Overdue, new(2020, 9, 1));

        var line = (await scene.LinesAsync(await scene.ClaimAsync())).ShouldHaveSingleItem();

        (line.DueFen, line.InterestFen, line.Outcome).ShouldBe((Yuan(200_000m * 62), WholeQuarter, Outcome.Granted));
        line.RefusedBy.ShouldBe(["鲁人社字〔2020〕27号 第九条"]);
        line.Segments[1].ShouldSatisfyAllConditions(one => one.Arithmetic.ShouldBeEmpty(), one => one.Subsidy.ShouldBe("0.000000"), one => one.Standing.ShouldBe(LoanStanding.Overdue));
    }

    private static ReviewSubsidyClaimRequest Review(SubsidyClaim claim, string? hash = null) =>
        new() { RequestId = SubsidyFixture.NewId(), ClaimId = claim.ClaimId, Hash = hash ?? claim.Hash, Handling = SubsidyFixture.By() };

    private static long Yuan(decimal yuanDays) => (long)decimal.Round(yuanDays * 0.0435m / 360 * 100, MidpointRounding.AwayFromZero);

    private static async Task<(StatusCode, string)> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => await RefusedAsync(async () => await call());

    private static async Task<(StatusCode, string)> RefusedAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        return (error.StatusCode, error.Reason());
    }
}
