using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Stabilization.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>追回: what firms drew too much by a later screening is asked back. Every firm is due 12,000.00 yuan to begin with.</summary>
public sealed class RecoveryTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    private const string Unsound = "鲁人社字〔2020〕26号 四(二)";
    private const long Whole = 1_200_000;
    private static readonly DateOnly First = new(2020, 7, 8);
    private static readonly DateOnly Second = new(2020, 7, 9);

    [Fact]
    public async Task What_was_drawn_too_much_is_asked_back_once_until_it_is_back_or_due_again()
    {
        var office = await fixture.NewOfficeAsync();
        var (wrong, less) = (await office.NewFirmAsync(), await office.NewFirmAsync());
        var earlier = await office.ScreenAsync(First);
        await office.OpenAsync(earlier);
        await office.PayAsync(wrong, less);
        await office.ImportAsync([office.FirmRow(wrong, but: row => row.ZombieOrDishonestOrBankrupt = true), .. RefundOffice.Months(less, 90_000)]);
        var later = await office.ScreenAsync(Second);

        var request = new OpenRecoveriesRequest { RequestId = RefundOffice.NewId(), EarlierScreeningId = earlier, LaterScreeningId = later, Handling = RefundOffice.By };
        var opened = await office.Refunds.OpenRecoveriesAsync(request);
        (opened.Opened, opened.ToRecoverFen, opened.AlreadyOpen).ShouldBe((2, Whole + 120_000, 0));
        (await office.Refunds.OpenRecoveriesAsync(request)).ShouldBe(opened, "a repeat gets the first answer");
        var refund = (await office.Refunds.GetRefundCaseAsync(new() { CaseId = (await office.CaseOfAsync(wrong)).CaseId })).RefundCase;
        (refund.ToRecoverFen, refund.RecoveryScreeningId, refund.RecoveryGround, refund.State).ShouldBe((Whole, later, Unsound, RefundState.Payable));
        refund.Steps[^1].Note.ShouldBe($"追回12000.00元；依据：{Unsound}；筛查批次 {later}");
        (await office.CaseOfAsync(less)).RecoveryGround.ShouldBe("应返还总额为10800.00元");
        (await office.Refunds.ListRefundCasesAsync(new() { Division = office.Pool, AskedBack = true })).RefundCases.Count.ShouldBe(2);

        (await office.RecoverAsync(earlier, later)).ShouldBe(new OpenRecoveriesResponse { AlreadyOpen = 2 });
        (await office.CompareAsync(earlier, later))[wrong].RecoveryOpenFen.ShouldBe(Whole);
        await office.GiveBackAsync(less, 120_000);
        await office.GiveBackAsync(wrong, 200_000);
        (await office.RecoverAsync(earlier, later)).ShouldBe(new OpenRecoveriesResponse { AlreadyOpen = 1 });

        await office.ImportAsync(office.FirmRow(wrong));
        var third = await office.ScreenAsync();
        (await office.CompareAsync(later, third))[wrong].Kind.ShouldBe(DifferenceKind.TopUp, "200,000 fen came back that are due");
        (await office.RecoverAsync(earlier, third)).ShouldBe(new OpenRecoveriesResponse { Lowered = 1, LoweredFen = Whole - 200_000 });
        (await office.CaseOfAsync(wrong)).ToRecoverFen.ShouldBe(200_000);
    }

    [Fact]
    public async Task Two_who_ask_back_at_once_ask_once()
    {
        var office = await fixture.NewOfficeAsync();
        var codes = new[] { await office.NewFirmAsync(), await office.NewFirmAsync(), await office.NewFirmAsync() };
        var earlier = await office.ScreenAsync(First);
        await office.OpenAsync(earlier);
        await office.PayAsync(codes);
        await office.ImportAsync([.. codes.Select(code => office.FirmRow(code, but: row => row.ZombieOrDishonestOrBankrupt = true))]);
        var later = await office.ScreenAsync(Second);

        var both = await Task.WhenAll(office.RecoverAsync(earlier, later), office.RecoverAsync(earlier, later));

        both.Sum(answer => answer.Opened).ShouldBe(3);
        both.Sum(answer => answer.AlreadyOpen).ShouldBe(3);
        both.Sum(answer => answer.ToRecoverFen).ShouldBe(3 * Whole);
        (await office.CaseOfAsync(codes[0])).ToRecoverFen.ShouldBe(Whole);
    }

    [Fact]
    public async Task What_is_unpaid_unsettled_or_paid_elsewhere_is_not_asked_back_here()
    {
        var office = await fixture.NewOfficeAsync();
        var (half, waiting) = (await office.NewFirmAsync(), await office.NewFirmAsync());
        await office.ImportAsync(RefundOffice.Drew(half, Whole / 2));
        var earlier = await office.ScreenAsync(First);
        await office.OpenAsync(earlier);
        await office.PayAsync();
        await office.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(await office.CaseOfAsync(waiting)));
        var prepaid = await office.NewFirmAsync();
        var middle = await office.ScreenAsync(First);
        await office.OpenAsync(middle);
        await office.Refunds.PrepayRefundsAsync(new() { RequestId = RefundOffice.NewId(), ScreeningId = middle, Handling = RefundOffice.By });
        await office.PayOnlyAsync(prepaid);
        await office.ImportAsync([.. new[] { half, waiting, prepaid }.Select(code => office.FirmRow(code, but: row => row.ZombieOrDishonestOrBankrupt = true))]);
        var later = await office.ScreenAsync(Second);

        var answer = await office.RecoverAsync(earlier, later);

        answer.ShouldBe(new OpenRecoveriesResponse { Opened = 1, ToRecoverFen = Whole / 2, NotPaid = 1, ToSettle = 1, PaidElsewhere = 1 });
        (await office.CaseOfAsync(half)).ToRecoverFen.ShouldBe(Whole / 2);
    }

    [Fact]
    public async Task What_is_kept_back_for_former_years_is_drawn_too()
    {
        var office = await fixture.NewOfficeAsync();
        var (owing, later1) = (await office.NewFirmAsync(), await office.NewFirmAsync());
        await office.ImportAsync(office.FirmRow(owing, but: row => row.ToRecoverFen = 300_000));
        var earlier = await office.ScreenAsync(First);
        await office.OpenAsync(earlier);
        (await office.CaseOfAsync(owing)).DeductedFen.ShouldBe(300_000);
        await office.PayAsync(owing, later1);

        // The one's debt is paid by what was kept back, the other's becomes known after it was paid.
        await office.ImportAsync(office.FirmRow(owing), office.FirmRow(later1, but: row => row.ToRecoverFen = 300_000));
        var later = await office.ScreenAsync(Second);

        (await office.CompareAsync(earlier, later)).ShouldBeEmpty();
        (await office.RecoverAsync(earlier, later)).ShouldBe(new OpenRecoveriesResponse());
        (await office.OpenAsync(later)).Opened.ShouldBe(0, "what was kept back is not paid out when the debt is gone");
    }

    [Fact]
    public async Task What_was_not_given_back_is_kept_back_from_the_next_years_refund()
    {
        var office = await fixture.NewOfficeAsync();
        var code = await office.NewFirmAsync();
        var earlier = await office.ScreenAsync(First);
        await office.OpenAsync(earlier);
        await office.PayAsync(code);
        await office.ImportAsync([.. RefundOffice.Months(code, 90_000)]);
        await office.RecoverAsync(earlier, await office.ScreenAsync(Second));
        await office.GiveBackAsync(code, 20_000);
        (await ToRecoverAsync(office, code, new(2020, 7, 10))).ShouldBe("0.00", "26号 四(二) speaks of former years; of this year it counts as drawn");

        await using var next = fixture.On(new(2021, 3, 10));
        var office2021 = office.In(next);
        await office2021.ImportAsync(
        [
            .. RefundOffice.Months(code, 100_000, months: 26),
            new() { Finance = new() { CreditCode = code, Year = 2020, RevenueFen = 500_000_000, ProfitFen = 1, AssetsFen = 400_000_000, LiabilitiesFen = 1, Employees = 24 } },
            new() { Fund = new() { Pool = office.Pool, Month = "2020-12", BalanceFen = 9_000_000_000, MonthsCovered = "30" } },
            new() { Fund = new() { Pool = office.Pool, Month = "2021-02", BalanceFen = 9_000_000_000, MonthsCovered = "30" } },
            new() { Feed = new() { Pool = office.Pool, Year = 2020, Feed = Feed.Reductions, Complete = true } },
            new() { Feed = new() { Pool = office.Pool, Year = 2021, Feed = Feed.PastRefunds, Complete = true } },
        ]);
        (await ToRecoverAsync(office2021, code, new(2021, 3, 10))).ShouldBe("1000.00");

        var screening = await office2021.ScreenAsync(new(2021, 3, 10));
        (await office2021.OpenAsync(screening)).AmountFen.ShouldBe(500_000, "half of 12,000.00 less 1,000.00");
        var refund = (await office2021.Refunds.ListRefundCasesAsync(new() { Division = office.Pool, ScreeningId = screening })).RefundCases.ShouldHaveSingleItem();
        refund.DeductedFen.ShouldBe(100_000);
        await office2021.Portal.ConfirmRefundAsync(RefundOffice.Confirmation(refund));
        (await ToRecoverAsync(office2021, code, new(2021, 3, 10))).ShouldBe("0.00", "kept back once");
    }

    [Fact]
    public async Task Other_divisions_roles_and_runs_are_refused()
    {
        var office = await fixture.NewOfficeAsync();
        var other = await fixture.NewOfficeAsync();
        await office.NewFirmAsync();
        var earlier = await office.ScreenAsync(First);
        var later = await office.ScreenAsync(Second);
        var difficult = await office.ScreenAsync(Second, RefundKind.Difficult);
        await using var next = fixture.On(new(2020, 7, 11));
        var tomorrow = await office.In(next).ScreenAsync(Second);

        (await RefundOffice.RefusedAsync(() => other.RecoverAsync(earlier, later))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await RefundOffice.RefusedAsync(async () => await office.Portal.OpenRecoveriesAsync(
            new() { RequestId = RefundOffice.NewId(), EarlierScreeningId = earlier, LaterScreeningId = later, Handling = RefundOffice.By }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        foreach (var (first, second, field) in ((string, string, string)[])
            [(tomorrow, later, "later_screening_id"), (earlier, earlier, "later_screening_id"), (earlier, difficult, "later_screening_id"), ("x", later, "earlier_screening_id")])
        {
            var wrong = await RefundOffice.RefusedAsync(() => office.RecoverAsync(first, second));
            wrong.StatusCode.ShouldBe(StatusCode.InvalidArgument);
            wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.ShouldHaveSingleItem().Field.ShouldBe(field);
        }

        var unnamed = await RefundOffice.RefusedAsync(async () => await office.Refunds.OpenRecoveriesAsync(
            new() { RequestId = RefundOffice.NewId(), EarlierScreeningId = earlier, LaterScreeningId = later }));
        unnamed.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.ShouldHaveSingleItem().Field.ShouldBe("AAE011");
    }

    private static async Task<string> ToRecoverAsync(RefundOffice office, string code, DateOnly day) =>
        (await office.Feeds.GetFirmAsync(new() { CreditCode = code, AsOf = day.ToContract() })).Facts["to_recover"];
}
