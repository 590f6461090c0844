using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Host.Tests.Books;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Funds;

/// <summary>Compensation after default, pursuit and write-off (代偿、追偿、核销), 鲁人社字〔2020〕27号 第十二条; 威海 has set a ceiling.</summary>
public sealed class CompensationTests(LoansFixture fixture)
{
    [Fact]
    public async Task A_fund_pays_its_agreed_share_and_what_comes_back_is_shared_alike()
    {
        var scene = await OverdueAsync("371003");
        await scene.Scene.AgreeAsync("0.8");
        var asked = Request(scene.Loan);

        var requested = await scene.Scene.BankCompensations.RequestCompensationAsync(asked);
        (await scene.Scene.BankCompensations.RequestCompensationAsync(asked)).ShouldBe(requested);
        requested.Decision.ShouldSatisfyAllConditions(one => one.Outcome.ShouldBe(Outcome.Incomplete), one => one.MissingFacts.ShouldBe(["ceiling_base"]));
        var id = requested.Compensation.CompensationId;
        (await scene.Scene.Compensations.SettleCompensationAsync(Settlement(id))).Compensation.State.ShouldBe(CompensationState.Requested);
        var settlement = Settlement(id, ceilingBase: 100_000_000);
        var settled = (await scene.Scene.Compensations.SettleCompensationAsync(settlement)).Compensation;
        (await scene.Scene.Compensations.SettleCompensationAsync(settlement)).Compensation.ShouldBe(settled);

        // 10 万本金、1000.01 元利息: 101000.01 × 0.8 = 80800.008.
        (settled.State, settled.FundFen, settled.FundPrincipalFen, settled.BankFen).ShouldBe((CompensationState.Settled, 8_080_001, 8_000_000, 2_020_000));
        settled.Decision.Findings.ShouldContain(one => one.Clause.Document == "鲁人社字〔2020〕27号" && one.Clause.Item == "第十二条");
        var loan = await scene.Scene.LoanAsync(scene.Loan);
        (loan.Standing, loan.OutstandingFen).ShouldBe((LoanStanding.Compensated, 2_000_000));
        (await scene.Scene.FundAsync()).ShouldSatisfyAllConditions(one => one.BalanceFen.ShouldBe(20_000_000 - 8_080_001), one => one.ExposureFen.ShouldBe(0));

        foreach (var fen in new long[] { 333, 333, 334, 5_000_000 })
        {
            await scene.Scene.Compensations.RecordPursuitAsync(Pursuit(id, fen));
        }

        var pursued = (await scene.Scene.BankCompensations.GetCompensationAsync(new() { CompensationId = id })).Compensation;
        (pursued.RecoveredFen, pursued.RecoveredByBankFen, pursued.ClaimFen).ShouldBe((4_000_800, 1_000_200, 4_079_201));
        var rest = (await scene.Scene.Compensations.RecordPursuitAsync(Pursuit(id, 10_100_001 - 5_001_000))).Compensation;
        (rest.State, rest.ClaimFen, rest.RecoveredByBankFen).ShouldBe((CompensationState.Recovered, 0, 2_020_000));
        (await scene.Scene.LoanAsync(scene.Loan)).Standing.ShouldBe(LoanStanding.Settled);
        (await scene.Scene.FundAsync()).BalanceFen.ShouldBe(20_000_000);
        await scene.Scene.BalancedAsync();
        (await scene.Scene.Funds.ListFundEntriesAsync(new() { FundId = scene.Scene.FundId })).Entries.Skip(1).ShouldAllBe(one => one.LoanId == scene.Loan);
    }

    [Fact]
    public async Task Finance_writes_off_what_cannot_be_recovered_and_the_balance_stays()
    {
        var scene = await SettledAsync("371082");
        await scene.Scene.Compensations.RecordPursuitAsync(Pursuit(scene.Id, 100));
        var office = new CompensationService.CompensationServiceClient(fixture.Calls("371082", Roles.LoansReviewer));
        var writeOff = new WriteOffCompensationRequest { RequestId = LoanScene.NewId(), CompensationId = scene.Id, Handling = PartnerOffice.By() };

        (await RefusedAsync(() => scene.Scene.Compensations.WriteOffCompensationAsync(writeOff))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var written = (await office.WriteOffCompensationAsync(writeOff)).Compensation;
        (await office.WriteOffCompensationAsync(writeOff)).Compensation.ShouldBe(written);

        (written.State, written.ClaimFen, written.WrittenOffFen).ShouldBe((CompensationState.WrittenOff, 0, 8_080_001 - 80));
        var balance = (await scene.Scene.FundAsync()).BalanceFen;
        balance.ShouldBe(20_000_000 - 8_080_001 + 80);
        await scene.Scene.TellAsync(scene.Loan, LoanEntryKind.WriteOff, LoansFixture.Today, 1_999_980);
        (await scene.Scene.LoanAsync(scene.Loan)).Standing.ShouldBe(LoanStanding.WrittenOff);
        await scene.Scene.BalancedAsync();
        (await office.ListCompensationsAsync(new() { FundId = scene.Scene.FundId, State = CompensationState.WrittenOff })).Compensations.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_comes_back_after_a_write_off_makes_it_less_and_is_shared_as_the_loss_was()
    {
        var scene = await SettledAsync("371083");
        var office = new CompensationService.CompensationServiceClient(fixture.Calls("371083", Roles.LoansReviewer));
        await office.WriteOffCompensationAsync(new() { RequestId = LoanScene.NewId(), CompensationId = scene.Id, Handling = PartnerOffice.By() });

        var back = Pursuit(scene.Id, 1_000_000);
        var some = (await scene.Scene.Compensations.RecordPursuitAsync(back)).Compensation;
        (await scene.Scene.Compensations.RecordPursuitAsync(back)).Compensation.ShouldBe(some);

        (some.State, some.RecoveredFen, some.WrittenOffFen, some.ClaimFen).ShouldBe((CompensationState.WrittenOff, 800_000, 8_080_001 - 800_000, 0));
        some.RecoveredByBankFen.ShouldBe(200_000);
        (await scene.Scene.FundAsync()).BalanceFen.ShouldBe(20_000_000 - 8_080_001 + 800_000);
        await scene.Scene.BalancedAsync();
        (await RefusedAsync(() => scene.Scene.Compensations.RecordPursuitAsync(Pursuit(scene.Id, 10_100_001 - 1_000_000 + 1)))).Fields().ShouldBe(["amount_fen"]);

        var all = (await scene.Scene.Compensations.RecordPursuitAsync(Pursuit(scene.Id, 10_100_001 - 1_000_000))).Compensation;
        (all.State, all.RecoveredFen, all.WrittenOffFen, all.ClaimFen).ShouldBe((CompensationState.Recovered, 8_080_001, 0, 0));
        await scene.Scene.BalancedAsync();
    }

    [Fact]
    public async Task Nothing_is_paid_twice_nor_more_than_the_fund_has_nor_without_an_agreement()
    {
        var (scene, loan) = await OverdueAsync("371083");
        var without = (await scene.BankCompensations.RequestCompensationAsync(Request(loan))).Compensation;
        without.Decision.MissingFacts.ShouldContain("fund_share");
        (await scene.Compensations.SettleCompensationAsync(Settlement(without.CompensationId, 100_000_000))).Compensation.State.ShouldBe(CompensationState.Requested);
        (await RefusedAsync(() => scene.BankCompensations.RequestCompensationAsync(Request(loan)))).Reason().ShouldBe("COMPENSATION_THERE");
        await scene.AgreeAsync("1");

        var settlements = Enumerable.Range(0, 6).Select(_ => Settlement(without.CompensationId, 100_000_000));
        var outcomes = await Task.WhenAll(settlements.Select(async one =>
        {
            try
            {
                return (await scene.Compensations.SettleCompensationAsync(one)).Compensation.State.ToString();
            }
            catch (RpcException refusal)
            {
                return refusal.Reason();
            }
        }));

        outcomes.Order(StringComparer.Ordinal).ShouldBe([.. Enumerable.Repeat("COMPENSATION_STATE", 5), "Settled"]);
        (await scene.FundAsync()).BalanceFen.ShouldBe(20_000_000 - 10_100_001);
        await scene.BalancedAsync();
        (await RefusedAsync(() => scene.Books.RecordEntryAsync(LoanScene.Entry(loan, LoanEntryKind.Repayment, LoansFixture.Today, 1)))).Reason().ShouldBe("BOOK_CONFLICT");
        (await RefusedAsync(() => scene.Compensations.RecordPursuitAsync(Pursuit(without.CompensationId, 10_100_002)))).Fields().ShouldBe(["amount_fen"]);
    }

    [Fact]
    public async Task A_loan_not_overdue_for_as_long_as_agreed_and_one_not_pursued_are_refused()
    {
        var (scene, loan) = await OverdueAsync("371002");
        await scene.AgreeAsync("0.8", days: 93);
        (await RefusedAsync(() => scene.BankCompensations.RequestCompensationAsync(Request(loan)))).Reason().ShouldBe("NOT_OVERDUE_LONG_ENOUGH");
        var (other, second) = await OverdueAsync("371002");
        await other.AgreeAsync("0.8", days: 92);
        var refused = await other.BankCompensations.RequestCompensationAsync(new(Request(second)) { Pursued = false });
        (refused.Compensation, refused.Decision.Outcome).ShouldBe((null, Outcome.Refused));

        var asked = (await other.BankCompensations.RequestCompensationAsync(Request(second))).Compensation;
        var decline = new DeclineCompensationRequest { RequestId = LoanScene.NewId(), CompensationId = asked.CompensationId, Handling = PartnerOffice.By() };
        (await other.Compensations.DeclineCompensationAsync(decline)).Compensation.State.ShouldBe(CompensationState.Declined);
        var again = (await other.BankCompensations.RequestCompensationAsync(Request(second))).Compensation;
        await other.TellAsync(second, LoanEntryKind.Repayment, LoansFixture.Today, 1);
        (await RefusedAsync(() => other.Compensations.SettleCompensationAsync(Settlement(again.CompensationId, 100_000_000)))).Reason().ShouldBe("LOAN_CHANGED");
    }

    [Fact]
    public async Task Everything_wrong_is_told_by_field_and_others_stay_outside()
    {
        var scene = await SettledAsync("371002");
        var other = await LoanScene.BeginAsync(fixture, "371002");
        (await RefusedAsync(() => other.BankCompensations.RequestCompensationAsync(new() { RequestId = "r", InterestFen = -1, OverdueInterestFen = -1 }))).Fields()
            .ShouldBe(["loan_id", "interest_fen", "overdue_interest_fen", "AAE011"]);
        (await RefusedAsync(() => other.Compensations.SettleCompensationAsync(new() { RequestId = "r", CeilingBaseFen = 0 }))).Fields()
            .ShouldBe(["compensation_id", "reference", "ceiling_base_fen", "AAE011"]);
        (await RefusedAsync(() => other.Compensations.DeclineCompensationAsync(new() { RequestId = "r" }))).Fields().ShouldBe(["compensation_id", "AAE013", "AAE011"]);
        (await RefusedAsync(() => other.Compensations.RecordPursuitAsync(new() { RequestId = "r" }))).Fields().ShouldContain("amount_fen");
        (await RefusedAsync(() => other.Compensations.GetCompensationAsync(new() { CompensationId = scene.Id }))).Reason().ShouldBe("OTHER_PARTNER");
        (await RefusedAsync(() => other.Compensations.RecordPursuitAsync(Pursuit(scene.Id, 1)))).Reason().ShouldBe("OTHER_PARTNER");
        (await RefusedAsync(() => other.BankCompensations.RequestCompensationAsync(Request(scene.Loan)))).Reason().ShouldBe("OTHER_PARTNER");
        (await RefusedAsync(() => other.Compensations.GetCompensationAsync(new() { CompensationId = Guid.CreateVersion7().ToString() }))).Reason().ShouldBe("COMPENSATION_NOT_FOUND");
    }

    // 10 万 drawn, overdue since 2020-06-02: for 92 days today.
    private async Task<(LoanScene Scene, string Loan)> OverdueAsync(string division)
    {
        var scene = await LoanScene.BeginAsync(fixture, division, balanceFen: 20_000_000);
        var loan = await scene.DisbursedAsync();
        await scene.TellAsync(loan, LoanEntryKind.Overdue, new(2020, 6, 2));
        return (scene, loan);
    }

    private async Task<(LoanScene Scene, string Loan, string Id)> SettledAsync(string division)
    {
        var (scene, loan) = await OverdueAsync(division);
        await scene.AgreeAsync("0.8");
        var id = (await scene.BankCompensations.RequestCompensationAsync(Request(loan))).Compensation.CompensationId;
        (await scene.Compensations.SettleCompensationAsync(Settlement(id, 100_000_000))).Compensation.State.ShouldBe(CompensationState.Settled);
        return (scene, loan, id);
    }

    private static RequestCompensationRequest Request(string loan) => new()
    {
        RequestId = LoanScene.NewId(), LoanId = loan, InterestFen = 90_001, OverdueInterestFen = 10_000, Pursued = true, CounterGuarantorSettled = true, Handling = PartnerOffice.By(),
    };

    private static SettleCompensationRequest Settlement(string id, long? ceilingBase = null)
    {
        var request = new SettleCompensationRequest { RequestId = LoanScene.NewId(), CompensationId = id, Reference = LoanScene.NewId(), Handling = PartnerOffice.By() };
        if (ceilingBase is { } fen)
        {
            request.CeilingBaseFen = fen;
        }

        return request;
    }

    private static RecordPursuitRequest Pursuit(string id, long fen) => new()
    {
        RequestId = LoanScene.NewId(), CompensationId = id, On = LoansFixture.Today.ToContract(), AmountFen = fen, Reference = LoanScene.NewId(), Handling = PartnerOffice.By(),
    };

    private static async Task<RpcException> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
