using Shouldly;
using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Host.Tests.Refunds;

/// <summary>补差、追回: a later screening against what firms drew. Every firm is due 12,000.00 yuan to begin with.</summary>
public sealed class RefundDifferenceTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    private const string Unsound = "鲁人社字〔2020〕26号 四(二)";
    private const long Whole = 1_200_000;
    private static readonly DateOnly First = new(2020, 7, 8);
    private static readonly DateOnly Second = new(2020, 7, 9);

    [Fact]
    public async Task Later_data_tell_of_each_firm_what_is_owed_to_it_and_what_it_owes()
    {
        var office = await fixture.NewOfficeAsync();
        var (same, wrong, less) = (await office.NewFirmAsync(), await office.NewFirmAsync(), await office.NewFirmAsync());
        var (more, unknown, never) = (await office.NewFirmAsync(), await office.NewFirmAsync(), await office.NewFirmAsync());
        var earlier = await office.ScreenAsync(First);
        await office.OpenAsync(earlier);
        await office.PayAsync(same, wrong, less, more, unknown);
        await office.ImportAsync(
        [
            office.FirmRow(wrong, but: row => row.ZombieOrDishonestOrBankrupt = true),
            office.FirmRow(unknown, but: row => row.ClearZombieOrDishonestOrBankrupt()),
            .. RefundOffice.Months(less, 90_000), .. RefundOffice.Months(more, 100_001), .. RefundOffice.Months(never, 90_000),
        ]);
        var later = await office.ScreenAsync(Second);

        var told = await office.CompareAsync(earlier, later);

        told.Keys.ShouldBe([wrong, less, more, unknown, never], ignoreOrder: true, "who was paid what it is due is no difference");
        Facts(told[wrong]).ShouldBe((DifferenceKind.Recover, -Whole, Whole, 0, Whole));
        told[wrong].RefusedBy.ShouldBe([Unsound]);
        told[wrong].ChangedFacts.ShouldBe(["zombie_or_dishonest_or_bankrupt"]);
        Facts(told[less]).ShouldBe((DifferenceKind.Recover, -120_000, Whole, 1_080_000, Whole));
        told[less].ChangedFacts.ShouldBe(["contributions"]);
        Facts(told[more]).ShouldBe((DifferenceKind.TopUp, 12, Whole, 1_200_012, Whole));
        Facts(told[never]).ShouldBe((DifferenceKind.Reduced, -120_000, Whole, 1_080_000, 0));
        (told[unknown].Kind, told[unknown].DifferenceFen, told[unknown].HasLaterDueFen).ShouldBe((DifferenceKind.Unestablished, 0, false));
        told[unknown].MissingFacts.ShouldBe(["zombie_or_dishonest_or_bankrupt"]);
        told.Values.ShouldAllBe(one => one.CausedBy.Count == 0, "no document changed from one day to the next");
    }

    [Fact]
    public async Task A_raised_standard_tops_up_who_drew_the_old_one_and_a_pool_that_stops_takes_nothing_back()
    {
        var office = await fixture.NewOfficeAsync();
        var (small, large, paid) = (await office.NewFirmAsync(), await office.NewFirmAsync(accounts: Large), await office.NewFirmAsync());
        await office.ImportAsync(RefundOffice.Drew(small, Whole / 2), RefundOffice.Drew(large, Whole / 2));
        var before = await office.ScreenAsync(new(2020, 6, 7));
        await office.OpenAsync(before);
        await office.PayAsync(paid);
        var after = await office.ScreenAsync(Second);

        var told = await office.CompareAsync(before, after);

        told.Keys.ShouldBe([small, paid], ignoreOrder: true);
        foreach (var firm in (string[])[small, paid])
        {
            Facts(told[firm]).ShouldBe((DifferenceKind.TopUp, Whole / 2, Whole / 2, Whole, Whole / 2));
            told[firm].CausedBy.ShouldContain("鲁人社字〔2020〕63号 二(一)1");
        }

        await office.ImportAsync(new FirmDataRow { Fund = new() { Pool = office.Pool, Month = "2020-06", BalanceFen = 1_000_000, MonthsCovered = "5" } });
        var stopped = await office.ScreenAsync();
        var now = await office.CompareAsync(before, stopped);
        now.Values.ShouldAllBe(one => one.Kind == DifferenceKind.Unchanged && one.DifferenceFen == 0 && one.RefusedBy.Contains("鲁人社字〔2020〕63号 二(一)4"));
        var answer = await office.RecoverAsync(before, stopped);
        (answer.Opened, answer.ToRecoverFen).ShouldBe((0, 0));
    }

    [Fact]
    public async Task One_kind_a_year_stands_the_difficult_one_and_a_firm_that_drew_the_other_kind_owes_nothing_of_this_one()
    {
        var office = await fixture.NewOfficeAsync();
        var (both, difficult, between) = (await office.NewFirmAsync(), await office.NewFirmAsync(), await office.NewFirmAsync());
        await office.ImportAsync(RefundOffice.Drew(both, Whole), RefundOffice.Drew(both, 900_000, RefundKind.Difficult), RefundOffice.Drew(difficult, 900_000, RefundKind.Difficult));
        var earlier = await office.ScreenAsync(First);
        await office.ImportAsync(RefundOffice.Drew(between, 900_000, RefundKind.Difficult), office.FirmRow(both, but: row => row.ToRecoverFen = 100));
        var later = await office.ScreenAsync(Second);

        var told = await office.CompareAsync(earlier, later);

        told.Keys.ShouldBe([both, between], ignoreOrder: true);
        Facts(told[both]).ShouldBe((DifferenceKind.Recover, -Whole, 0, 0, Whole));
        told[both].RefusedBy.ShouldBe(["鲁人社字〔2020〕26号 三(三)"]);
        Facts(told[between]).ShouldBe((DifferenceKind.Reduced, -Whole, Whole, 0, 0));
    }

    private static (DifferenceKind Kind, long Difference, long EarlierDue, long LaterDue, long Drawn) Facts(ScreeningDifference one) =>
        (one.Kind, one.DifferenceFen, one.EarlierDueFen, one.LaterDueFen, one.DrawnFen);

    private static void Large(FinanceRow row) => (row.Employees, row.RevenueFen) = (2_000, 500_000_000_000);
}
