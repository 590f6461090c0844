using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.ServiceDefaults;
using Fund = Wenye.Contracts.Payments.V1.Fund;

namespace Wenye.Loans.Host.Tests.Subsidies;

/// <summary>The award of a year is divided and paid (奖励性补助资金), 鲁人社字〔2020〕27号 第十五条.</summary>
public sealed class AwardTests(SubsidyFixture fixture) : IClassFixture<SubsidyFixture>
{
    private static readonly DateOnly January = new(2021, 1, 12);

    // 1 % of 200,000.00.
    private const long Award = 2_000_00;

    [Fact]
    public async Task Shares_become_payable_once_up_to_one_percent_of_what_was_newly_lent()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "371400");
        await scene.LendAsync();
        var guarantor = await fixture.Database.ReadAsync<Guid>("select guarantor_id from guarantee_fund where id = $1", scene.Fund);
        var reviewer = fixture.Office(January, scene.City, Roles.LoansReviewer);
        var request = Divided(scene.City, (scene.Bank.Id, 1_200_00));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await reviewer.PayAwardAsync(request)));

        var answer = answers.Distinct().ShouldHaveSingleItem();
        (answer.AwardFen, answer.LeftFen).ShouldBe((Award, Award - 1_200_00));
        (await fixture.Database.ReadAsync<string>(
            "select concat_ws(' ', benefit, payee, fund, pool, division, amount_fen) from payable where id = $1", Guid.Parse(answer.Shares[0].PayableId)))
            .ShouldBe($"loans.award {scene.Bank.CreditCode} {(int)Fund.EmploymentSubsidy} {scene.City} {scene.City} 120000");
        (await RefusedAsync(() => reviewer.PayAwardAsync(Divided(scene.City, (scene.Bank.Id, 1))))).Reason().ShouldBe("AWARDED");
        (await RefusedAsync(() => reviewer.PayAwardAsync(Divided(scene.City, (guarantor, Award - 1_200_00 + 1))))).Reason().ShouldBe("AWARD_EXCEEDED");
        (await reviewer.PayAwardAsync(Divided(scene.City, (guarantor, Award - 1_200_00)))).LeftFen.ShouldBe(0);
        (await fixture.Office(January, scene.City).ProposeAwardAsync(new() { Division = scene.City, Year = 2020 })).Awarded.Select(one => one.AmountFen)
            .ShouldBe([1_200_00, Award - 1_200_00], ignoreOrder: true);
        (await RefusedAsync(() => fixture.Office(January, $"{scene.City[..4]}02", Roles.LoansReviewer).PayAwardAsync(Divided($"{scene.City[..4]}02", (scene.Bank.Id, 1)))))
            .Reason().ShouldBe("AWARD_ELSEWHERE");
    }

    [Fact]
    public async Task Two_at_once_never_divide_more_than_there_is()
    {
        var (one, other) = (await SubsidyScene.NewAsync(fixture, "371300"), await SubsidyScene.NewAsync(fixture, "371300"));
        await one.LendAsync();
        await other.LendAsync();
        var reviewer = fixture.Office(January, one.City, Roles.LoansReviewer);
        var pool = (await fixture.Office(January, one.City).ProposeAwardAsync(new() { Division = one.City, Year = 2020 })).AwardFen;

        var outcomes = await Task.WhenAll(new[] { one, other }.Select(async scene =>
        {
            try
            {
                return (await reviewer.PayAwardAsync(Divided(one.City, (scene.Bank.Id, pool - 1)))).LeftFen.ToString();
            }
            catch (RpcException refusal)
            {
                return refusal.Reason();
            }
        }));

        outcomes.Order(StringComparer.Ordinal).ShouldBe(["1", "AWARD_EXCEEDED"]);
    }

    [Fact]
    public async Task Whoever_computes_does_not_divide_and_what_is_too_early_or_of_strangers_is_refused()
    {
        var scene = await SubsidyScene.NewAsync(fixture, "370300");
        await scene.LendAsync();
        var stranger = await SubsidyScene.NewAsync(fixture, "370900");
        var reviewer = fixture.Office(January, scene.City, Roles.LoansReviewer);

        (await RefusedAsync(() => fixture.Office(January, scene.City, Roles.Loans, Roles.LoansReviewer).PayAwardAsync(Divided(scene.City, (scene.Bank.Id, 1))))).Reason().ShouldBe("DUTIES_NOT_SEPARATED");
        (await RefusedAsync(() => fixture.Office(scene.City, Roles.LoansReviewer).PayAwardAsync(Divided(scene.City, (scene.Bank.Id, 1))))).Reason().ShouldBe("YEAR_NOT_OVER");
        (await RefusedAsync(() => reviewer.PayAwardAsync(Divided(scene.City, (stranger.Bank.Id, 1))))).Reason().ShouldBe("NOT_AT_WORK_THERE");
        (await RefusedAsync(() => reviewer.PayAwardAsync(Divided("370900", (stranger.Bank.Id, 1))))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await RefusedAsync(() => reviewer.PayAwardAsync(new() { RequestId = "r", Division = "370000", Fund = Fund.LoanGuarantee, Shares = { new AwardShare { PartnerId = "x" } } }))).Fields()
            .ShouldBe(["division", "year", "fund", "shares[1].partner_id", "shares[1].amount_fen", "AAE013", "AAE011"]);
    }

    private static PayAwardRequest Divided(string division, params (Guid Partner, long Fen)[] shares) => new()
    {
        RequestId = SubsidyFixture.NewId(), Division = division, Year = 2020, Fund = Fund.EmploymentSubsidy,
        Shares = { shares.Select(one => new AwardShare { PartnerId = one.Partner.ToString(), AmountFen = one.Fen }) },
        Handling = new() { Operator = "虚构经办", Remarks = "虚构的分配方案" },
    };

    private static async Task<RpcException> RefusedAsync<T>(Func<AsyncUnaryCall<T>> call) => await Should.ThrowAsync<RpcException>(async () => await call());
}
