using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>The office runs a quarter over all banks, settles years and reckons awards; who may see what.</summary>
public sealed class SubsidyRunTests(SubsidyFixture fixture) : IClassFixture<SubsidyFixture>
{
    [Fact]
    public async Task A_run_makes_a_claim_for_each_bank_and_passes_over_one_that_is_open()
    {
        var (one, other) = (await SubsidyScene.NewAsync(fixture, "370900"), await SubsidyScene.NewAsync(fixture, "370900"));
        await one.LendAsync();
        await other.LendAsync();
        await other.LendAsync();

        var claims = await fixture.RunAsync("370900");

        claims.Select(claim => (claim.BankId, claim.Lines)).ShouldBe([(one.Bank.Id.ToString(), 1), (other.Bank.Id.ToString(), 2)], ignoreOrder: true);
        await fixture.ConfirmAsync(claims.Single(claim => claim.BankId == one.Bank.Id.ToString()));
        (await fixture.RunAsync("370900")).ShouldHaveSingleItem().BankId.ShouldBe(one.Bank.Id.ToString());
        (await ErrorAsync(() => Start(fixture.Office("370900"), "370900"))).Reason().ShouldBe("SUBSIDY_CLAIM_OPEN");
        var listed = await fixture.Office("370900").ListSubsidyClaimsAsync(new() { Division = "370900", Quarter = SubsidyFixture.Third, PageSize = 2 });
        listed.Claims.Count.ShouldBe(2);
        var rest = await fixture.Office("370900").ListSubsidyClaimsAsync(
            new() { Division = "370900", Quarter = SubsidyFixture.Third, PageSize = 2, PageToken = listed.NextPageToken });
        rest.Claims.ShouldHaveSingleItem();
        rest.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bank_sees_its_own_and_an_office_its_place()
    {
        var (one, other) = (await SubsidyScene.NewAsync(fixture, "371000"), await SubsidyScene.NewAsync(fixture, "371000"));
        var loan = await one.LendAsync();
        await other.LendAsync();
        var claim = await one.ClaimAsync();

        (await other.Client.ListSubsidyClaimsAsync(new())).Claims.ShouldBeEmpty();
        (await one.Client.ListSubsidyClaimsAsync(new())).Claims.ShouldHaveSingleItem().ClaimId.ShouldBe(claim.ClaimId);
        (await ErrorAsync(() => other.Client.GetSubsidyClaimAsync(new() { ClaimId = claim.ClaimId }))).Reason().ShouldBe("SUBSIDY_CLAIM_NOT_FOUND");
        (await ErrorAsync(() => other.Client.ListSubsidyLinesAsync(new() { ClaimId = claim.ClaimId }))).Reason().ShouldBe("SUBSIDY_CLAIM_NOT_FOUND");
        (await ErrorAsync(() => other.Client.GetSubsidyRunAsync(new() { RunId = claim.RunId }))).Reason().ShouldBe("SUBSIDY_RUN_NOT_FOUND");
        var elsewhere = fixture.Office("371100");
        (await ErrorAsync(() => elsewhere.GetSubsidyClaimAsync(new() { ClaimId = claim.ClaimId }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => elsewhere.GetSubsidyLineAsync(new() { ClaimId = claim.ClaimId, LoanId = loan.Id.ToString() }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => Start(elsewhere, "371000"))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => fixture.Office("371100", Roles.LoansReviewer).ReviewSubsidyClaimAsync(
            new() { RequestId = "r", ClaimId = claim.ClaimId, Hash = claim.Hash, Handling = SubsidyFixture.By() }))).Reason().ShouldBe("OTHER_DIVISION");
        (await ErrorAsync(() => Start(one.Client, "371000"))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(() => SubsidyScene.SubmitAsync(fixture.As("agency-nobody", "371000", Roles.LoanBank), one.Request()))).Reason()
            .ShouldBe("NOT_A_PARTNER");
        (await ErrorAsync(() => fixture.Office("371000", Roles.LoanPortal).ListSubsidyClaimsAsync(new()))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Every_fault_is_told_by_field()
    {
        var office = fixture.Office("371700");
        (await ErrorAsync(() => office.StartSubsidyRunAsync(new() { RequestId = "r", Division = "371702", Quarter = new() { Year = 2020, Number = 5 } })))
            .Fields().ShouldBe(["quarter", "division", "AAE011"]);
        (await ErrorAsync(() => office.SettleYearAsync(new() { RequestId = "r", Division = "3", Year = 1 }))).Fields().ShouldBe(["year", "division", "AAE011"]);
        (await ErrorAsync(() => office.ListSubsidyClaimsAsync(new() { Division = "1", Quarter = new(), State = (SubsidyClaimState)9, BankId = "x", PageSize = 1001, PageToken = "x" })))
            .Fields().ShouldBe(["division", "quarter", "state", "bank_id", "page_size", "page_token"]);
        (await ErrorAsync(() => office.ListSubsidyLinesAsync(new() { ClaimId = "x", PageSize = -1 }))).Fields().ShouldBe(["page_size"]);
        (await ErrorAsync(() => office.GetSubsidyClaimAsync(new() { ClaimId = "x" }))).Fields().ShouldBe(["claim_id"]);
        (await ErrorAsync(() => office.GetSubsidyLineAsync(new() { LoanId = "x", Quarter = new() }))).Fields().ShouldBe(["loan_id", "quarter"]);
        (await ErrorAsync(() => office.ProposeAwardAsync(new() { Division = "1" }))).Fields().ShouldBe(["division", "year"]);
        (await ErrorAsync(() => office.GetYearSettlementAsync(new() { Division = "1" }))).Fields().ShouldBe(["division", "year"]);
        (await ErrorAsync(() => Start(office, "371700", new() { Year = 2020, Number = 4 }))).Reason().ShouldBe("QUARTER_NOT_OVER");
        (await ErrorAsync(() => Start(office, "371700"))).Reason().ShouldBe("NO_LOANS");
        var scene = await SubsidyScene.NewAsync(fixture, "371700");
        var message = scene.Request();
        message.Figures.Add([new() { ContractNumber = "A" }, new() { ContractNumber = "A", ToldFen = -1 }, new()]);
        (await Should.ThrowAsync<RpcException>(() => SubsidyScene.SubmitAsync(scene.Client, message))).Fields()
            .ShouldBe(["figures[2].contract_number", "figures[2].told_fen", "figures[3].contract_number"]);
    }

    [Fact]
    public async Task Figures_may_come_in_parts_and_a_contract_nobody_knows_is_named()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371100");
        var loan = await scene.LendAsync();
        var more = new SubmitSubsidyClaimRequest { Figures = { new SubsidyFigure { ContractNumber = "无此合同", ToldFen = 7 } } };

        var run = (await SubsidyScene.SubmitAsync(scene.Client, scene.Request(figures: (loan, 5)), more)).Run;

        var claim = (await SubsidyFixture.EndedAsync(scene.Client, run.RunId)).ShouldHaveSingleItem();
        claim.UnmatchedContracts.ShouldBe(["无此合同"]);
        (claim.ToldFen, claim.Differing).ShouldBe((12, 1));
    }

    [Fact]
    public async Task A_year_is_settled_with_what_its_quarters_still_lack()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371200");
        await scene.LendAsync();
        var january = new DateOnly(2021, 1, 12);
        (await ErrorAsync(() => Settle(scene, january))).Reason().ShouldBe("NOTHING_BOOKED");
        var booked = await fixture.ConfirmAsync(await scene.ClaimAsync());

        var settled = (await SubsidyFixture.EndedAsync(fixture.Office(january, scene.City), (await Settle(scene, january)).Run.RunId)).ShouldHaveSingleItem();

        // The second quarter was never claimed here; the third is booked; the fourth is missing.
        (settled.SettlesYear, settled.Lines, settled.AmountFen).ShouldBe((true, 1, booked.AmountFen));
        var rows = (await fixture.Office(january, scene.City).GetYearSettlementAsync(new() { Division = scene.City, Year = 2020 })).Rows;
        rows.Select(row => (row.BankId, row.Quarter.Number, row.DueFen, row.BookedFen, row.PaidFen, row.DifferenceFen)).ShouldBe(
        [
            (scene.Bank.Id.ToString(), 3, booked.AmountFen, booked.AmountFen, 0, 0),
            (scene.Bank.Id.ToString(), 4, booked.AmountFen, 0, 0, booked.AmountFen),
        ]);
        (await ErrorAsync(() => fixture.Office(scene.City).SettleYearAsync(
            new() { RequestId = "r", Division = scene.City, Year = 2020, Handling = SubsidyFixture.By() }))).Reason().ShouldBe("QUARTER_NOT_OVER");
    }

    [Fact]
    public async Task An_award_is_reckoned_from_what_was_newly_lent()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371300");
        await scene.LendAsync();
        await scene.LendAsync(fen: 100_000_00);

        var award = await fixture.Office(scene.City).ProposeAwardAsync(new() { Division = scene.City, Year = 2020 });

        (award.LentFen, award.AwardFen).ShouldBe((300_000_00, 3_000_00));
        award.Banks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(bank => bank.LentFen.ShouldBe(300_000_00), bank => bank.MayBeFavoured.ShouldBeFalse());
        award.Decision.Findings.ShouldContain(finding => finding.Clause.Item == "第十五条");
        (await fixture.Office(scene.City).ProposeAwardAsync(new() { Division = scene.City, Year = 2019 })).AwardFen.ShouldBe(0);
    }

    private static AsyncUnaryCall<StartSubsidyRunResponse> Start(InterestSubsidyService.InterestSubsidyServiceClient client, string place, Quarter? quarter = null) =>
        client.StartSubsidyRunAsync(new() { RequestId = SubsidyFixture.NewId(), Division = place, Quarter = quarter ?? SubsidyFixture.Third, Handling = SubsidyFixture.By() });

    private AsyncUnaryCall<SettleYearResponse> Settle(SubsidyScene scene, DateOnly day) => fixture.Office(day, scene.City).SettleYearAsync(
        new() { RequestId = SubsidyFixture.NewId(), Division = scene.City, Year = 2020, Handling = SubsidyFixture.By() });

    private static async Task<RpcException> ErrorAsync<T>(Func<AsyncUnaryCall<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
