using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Policy.V1;
using Wenye.Loans.Host.Tests.Books;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Funds;

/// <summary>Guarantee funds: what is in them, and how much they may guarantee (担保基金), 财金〔2020〕21号 八.</summary>
public sealed class FundTests(LoansFixture fixture)
{
    [Fact]
    public async Task Movements_are_booked_with_the_balance_after_them_each_voucher_once()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370602");
        var deposit = scene.Movement(FundEntryKind.Deposit, 500_000);

        var first = await scene.Funds.RecordFundMovementAsync(deposit);
        (await scene.Funds.RecordFundMovementAsync(deposit)).ShouldBe(first);
        await scene.Funds.RecordFundMovementAsync(scene.Movement(FundEntryKind.Return, 200_000));

        first.Fund.BalanceFen.ShouldBe(500_000);
        deposit.RequestId = LoanScene.NewId();
        (await RefusedAsync(() => scene.Funds.RecordFundMovementAsync(deposit))).ShouldBe((StatusCode.FailedPrecondition, "REFERENCE_USED"));
        (await RefusedAsync(() => scene.Funds.RecordFundMovementAsync(scene.Movement(FundEntryKind.Return, 300_001)))).ShouldBe((StatusCode.FailedPrecondition, "BALANCE_TOO_LOW"));
        var page = await scene.Funds.ListFundEntriesAsync(new() { FundId = scene.FundId, PageSize = 1 });
        var rest = await scene.Funds.ListFundEntriesAsync(new() { FundId = scene.FundId, PageSize = 1, PageToken = page.NextPageToken });
        page.Entries.Concat(rest.Entries).Select(one => (one.AmountFen, one.BalanceFen)).ShouldBe([(500_000, 500_000), (-200_000, 300_000)]);
        rest.NextPageToken.ShouldBeEmpty();
        (await scene.BalancedAsync()).BalanceFen.ShouldBe(300_000);
    }

    [Theory]
    [InlineData("370681", 900, 10, 10_000_000)]
    [InlineData("371002", 900, 10, 10_000_000)]
    [InlineData("371002", 899, 5, 5_000_000)]
    public async Task The_multiple_follows_from_last_years_repayment_rate_else_from_the_operator(string division, long recovered, int multiple, long limit)
    {
        var scene = await LoanScene.BeginAsync(fixture, division, balanceFen: 1_000_000, rateReached: false);
        var fund = await scene.StateRateAsync(1000, recovered);

        (fund.Multiple, fund.LimitFen, fund.ExposureFen).ShouldBe(($"{multiple}", limit, 0));
        fund.Decision.Outcome.ShouldBe(Outcome.Granted);
        fund.Decision.Parameters.ShouldContain(one => one.Clause.Document == "财金〔2020〕21号" || one.Clause.Document == "〔2020〕20号");
        fund.RepaymentRates.ShouldHaveSingleItem().RecoveredFen.ShouldBe(recovered);
    }

    [Fact]
    public async Task Without_rate_or_figure_the_limit_is_unknown_and_nothing_is_disbursed()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370682", balanceFen: 1_000_000, rateReached: false);
        (await scene.FundAsync()).ShouldSatisfyAllConditions(one => one.HasLimitFen.ShouldBeFalse(), one => one.Decision.MissingFacts.ShouldContain("due_last_year"));
        var loan = await scene.SignAsync();
        (await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(loan))).ShouldSatisfyAllConditions(
            one => one.Disbursed.ShouldBeFalse(), one => one.Decision.Outcome.ShouldBe(Outcome.Incomplete), one => one.Loan.OutstandingFen.ShouldBe(0));

        // 89.9 %, and the operator of 烟台 has set nothing.
        var fund = await scene.StateRateAsync(1000, 899);
        fund.ShouldSatisfyAllConditions(one => one.HasLimitFen.ShouldBeFalse(), one => one.Decision.MissingFacts.ShouldContain("loans.guarantee_multiple_city"));
    }

    [Fact]
    public async Task Of_many_disbursements_at_once_exactly_as_many_go_through_as_fit()
    {
        // 10 × 3 万 = 30 万: three loans of 10 万.
        var scene = await LoanScene.BeginAsync(fixture, "370611", balanceFen: 3_000_000);
        var loans = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            loans.Add(await scene.SignAsync());
        }

        var answers = await Task.WhenAll(loans.Select(loan => scene.Books.RecordDisbursementAsync(LoanScene.Drawing(loan)).ResponseAsync));

        answers.Count(one => one.Disbursed).ShouldBe(3);
        answers.Where(one => !one.Disbursed).ShouldAllBe(one => one.Decision.Outcome == Outcome.Refused
            && one.Decision.Findings.Any(finding => finding.Answer == Answer.NotMet && finding.Fact.Contains("requested_amount")) && one.Loan.OutstandingFen == 0);
        (await scene.FundAsync()).ExposureFen.ShouldBe(30_000_000);
        await scene.BalancedAsync();
        (await RefusedAsync(() => scene.Funds.RecordFundMovementAsync(scene.Movement(FundEntryKind.Return, 1)))).ShouldBe((StatusCode.FailedPrecondition, "FUND_LIMIT"));
        await scene.TellAsync(answers.First(one => one.Disbursed).Loan.LoanId, LoanEntryKind.Repayment, LoansFixture.Today, 10_000_000);
        (await scene.Books.RecordDisbursementAsync(LoanScene.Drawing(answers.First(one => !one.Disbursed).Loan.LoanId))).Disbursed.ShouldBeTrue();
        await scene.BalancedAsync();
    }

    [Fact]
    public async Task Counter_guarantee_is_recorded_or_its_exemption_with_the_ground()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370612");
        var (small, large) = (await scene.SignAsync(10_000_000), await scene.SignAsync(10_000_001));

        var exempt = await scene.Funds.RecordCounterGuaranteeAsync(Counter(small, CounterGuaranteeKind.Exempt, new() { RecommendedBy = ProjectRecommender.None, HonourOrPrize = false, BankAssessedCredit = false, SteadySecondStart = false }));
        exempt.CounterGuarantee.Decision.Outcome.ShouldBe(Outcome.Granted);
        var none = new ExemptionGrounds { RecommendedBy = ProjectRecommender.None, HonourOrPrize = false, BankAssessedCredit = false, SteadySecondStart = false };
        var refused = await scene.Funds.RecordCounterGuaranteeAsync(Counter(large, CounterGuaranteeKind.Exempt, none));
        (refused.CounterGuarantee, refused.Decision.Outcome).ShouldBe((null, Outcome.Refused));
        var second = await scene.Funds.RecordCounterGuaranteeAsync(Counter(large, CounterGuaranteeKind.Exempt, new(none) { SteadySecondStart = true }));
        second.Decision.Outcome.ShouldBe(Outcome.Granted);
        await scene.Funds.RecordCounterGuaranteeAsync(Counter(large, CounterGuaranteeKind.Insurer, null));

        (await scene.LoanAsync(small)).CounterGuarantee.Decision.Findings.ShouldContain(one => one.Clause.Item == "五(一)" || one.Clause.Item == "七");
        (await scene.LoanAsync(large)).CounterGuarantee.Kind.ShouldBe(CounterGuaranteeKind.Insurer);
    }

    [Fact]
    public async Task Everything_wrong_is_told_by_field_and_others_funds_stay_closed()
    {
        var scene = await LoanScene.BeginAsync(fixture, "370613");
        var other = await LoanScene.BeginAsync(fixture, "370683");
        (await FieldsAsync(() => scene.OfficeFunds.FoundFundAsync(new() { RequestId = "r" }))).ShouldBe(["guarantor_id", "division", "name", "AAE011"]);
        (await FieldsAsync(() => scene.OfficeFunds.RecordFundAgreementAsync(new() { RequestId = "r", Agreement = new() { FundShare = "1.01" } })))
            .ShouldBe(["fund_id", "agreement.bank_id", "agreement.from", "agreement.fund_share", "agreement.overdue_days", "AAE011"]);
        (await FieldsAsync(() => scene.Funds.RecordFundMovementAsync(new() { RequestId = "r", Kind = FundEntryKind.Pursuit, On = LoansFixture.Today.AddDays(1).ToContract() })))
            .ShouldBe(["fund_id", "kind", "on", "amount_fen", "reference", "AAE011"]);
        (await FieldsAsync(() => scene.Funds.RecordRepaymentRateAsync(new() { RequestId = "r", Rate = new() { Year = 2020, DueFen = 1, RecoveredFen = 2 } })))
            .ShouldBe(["fund_id", "rate.year", "rate.recovered_fen", "AAE011"]);
        (await FieldsAsync(() => scene.Funds.RecordCounterGuaranteeAsync(new() { RequestId = "r", Grounds = new() }))).ShouldBe(["loan_id", "kind", "grounds", "AAE011"]);
        (await FieldsAsync(() => scene.Funds.ListFundEntriesAsync(new() { PageSize = 1001, PageToken = "x" }))).ShouldBe(["fund_id", "page_size", "page_token"]);

        (await RefusedAsync(() => other.Funds.RecordFundMovementAsync(scene.Movement(FundEntryKind.Deposit, 1)))).ShouldBe((StatusCode.PermissionDenied, "OTHER_PARTNER"));
        (await RefusedAsync(() => other.Funds.GetFundAsync(new() { FundId = scene.FundId }))).ShouldBe((StatusCode.PermissionDenied, "OTHER_PARTNER"));
        (await RefusedAsync(() => other.OfficeFunds.GetFundAsync(new() { FundId = scene.FundId }))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));
        (await RefusedAsync(() => scene.OfficeFunds.RecordFundMovementAsync(scene.Movement(FundEntryKind.Deposit, 1)))).Status.ShouldBe(StatusCode.PermissionDenied);
        (await RefusedAsync(() => scene.Funds.GetFundAsync(new() { FundId = Guid.CreateVersion7().ToString() }))).ShouldBe((StatusCode.NotFound, "FUND_NOT_FOUND"));
        (await scene.OfficeFunds.ListFundsAsync(new() { Division = "370613" })).Funds.ShouldHaveSingleItem().FundId.ShouldBe(scene.FundId);
        (await other.Funds.ListFundsAsync(new())).Funds.ShouldHaveSingleItem().FundId.ShouldBe(other.FundId);
    }

    private static RecordCounterGuaranteeRequest Counter(string loan, CounterGuaranteeKind kind, ExemptionGrounds? grounds) =>
        new() { RequestId = LoanScene.NewId(), LoanId = loan, Kind = kind, Grounds = grounds, Handling = PartnerOffice.By() };

    private static async Task<(StatusCode Status, string Reason)> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call());
        return (error.StatusCode, error.Reason());
    }

    private static async Task<IEnumerable<string>> FieldsAsync<T>(Func<AsyncUnaryCall<T>> call)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await call());
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }
}
