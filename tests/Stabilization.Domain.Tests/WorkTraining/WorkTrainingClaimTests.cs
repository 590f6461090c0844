using Wenye.Policy;
using Wenye.Stabilization.Domain.WorkTraining;

namespace Wenye.Stabilization.Domain.Tests.WorkTraining;

public sealed class WorkTrainingClaimTests
{
    private static readonly DateOnly AppliedOn = new(2020, 11, 10);
    private static readonly PolicyContext Weifang = StabilizationParameters.Shipped.At(Division.Parse("370700"), AppliedOn);

    [Fact]
    public void Only_as_many_months_are_granted_as_are_left_the_earliest_first()
    {
        var claim = WorkTrainingClaim.Decide([Hiring(9), Hiring(2), Hiring(3), Hiring(8)], Weifang);
        claim.Months.Select(month => month.Outcome).ShouldBe([Outcome.Granted, Outcome.Granted, Outcome.Refused, Outcome.Refused]);
        claim.Months[2].RefusedBy.ShouldHaveSingleItem().Citation.ShouldBe("鲁人社函〔2020〕78号 四(三)");
        claim.Total.ShouldBe(Money.FromYuan(10_000));
    }

    [Fact]
    public void The_cap_holds_over_the_months_and_the_last_gets_the_rest()
    {
        var claim = WorkTrainingClaim.Decide([Difficult(3), Difficult(1), Difficult(2), Difficult(4)], Weifang);
        claim.Months.Select(month => month.Result?.Amount.Yuan).ShouldBe([120_000m, 120_000m, 10_000m, null]);
        claim.Months[3].RefusedBy.ShouldHaveSingleItem().Citation.ShouldBe("鲁人社函〔2020〕78号 二");
        claim.Total.ShouldBe(Money.FromYuan(250_000));
    }

    [Fact]
    public void What_is_paid_for_hiring_does_not_count_against_the_cap()
    {
        var hiring = Hiring(1) with { MonthsUsed = 0, PaidBefore = Money.FromYuan(50_000) };
        var claim = WorkTrainingClaim.Decide([hiring, Difficult(2) with { MonthsUsed = 0 }, Difficult(3) with { MonthsUsed = 0 }], Weifang);
        claim.Months.Select(month => month.Result!.Amount.Yuan).ShouldBe([5_000m, 120_000m, 120_000m]);
    }

    [Fact]
    public void A_month_refused_or_incomplete_uses_up_nothing()
    {
        var refused = Hiring(2) with { OtherKind = true };
        var incomplete = Hiring(3) with { Trainees = default };
        var claim = WorkTrainingClaim.Decide([refused, incomplete, Hiring(4), Hiring(5)], Weifang);
        claim.Months.Select(month => month.Outcome).ShouldBe([Outcome.Refused, Outcome.Incomplete, Outcome.Granted, Outcome.Granted]);
    }

    [Fact]
    public void A_month_topped_up_uses_no_further_month()
    {
        var topUp = Hiring(2) with { PaidThisMonth = Money.FromYuan(4_000), MonthsUsed = 5 };
        var claim = WorkTrainingClaim.Decide([topUp, Hiring(3) with { MonthsUsed = 5 }], Weifang);
        claim.Months.Select(month => month.Result!.Amount.Yuan).ShouldBe([1_000m, 5_000m]);
    }

    [Fact]
    public void What_the_firm_was_paid_before_stays_unproven_when_nobody_knows_it()
    {
        var claim = WorkTrainingClaim.Decide([Difficult(1), Difficult(2) with { PaidBefore = default, MonthsUsed = default }], Weifang);
        claim.Months[1].Missing.ShouldBe(["months_used", "paid_before"]);
    }

    [Fact]
    public void One_month_alone_is_decided_as_ever() =>
        DecisionJson.Write(WorkTrainingClaim.Decide([Difficult(2)], Weifang).Months.ShouldHaveSingleItem())
            .ShouldBe(DecisionJson.Write(MonthlyWorkTraining.Decide(Difficult(2), Weifang)));

    [Fact]
    public void No_months_are_nothing() => WorkTrainingClaim.Decide([], Weifang).Total.ShouldBe(Money.Zero);

    [Fact]
    public void A_month_twice_or_unnamed_is_a_fault_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => WorkTrainingClaim.Decide([Hiring(2), Difficult(2)], Weifang));
        Should.Throw<ArgumentException>(() => WorkTrainingClaim.Decide([Hiring(2) with { Month = default }], Weifang));
    }

    // Ten people; the firm has been paid for four months.
    private static WorkTrainingFacts Hiring(int month) => new()
    {
        Kind = WorkTrainingKind.Hiring,
        Month = new YearMonth(2020, month),
        AppliedOn = AppliedOn,
        Size = FirmSize.Small,
        Industry = WorkTrainingIndustry.Other,
        Trainees = 10,
        MonthsUsed = 4,
        OtherKind = false,
        SpecialAccountShare = 0.6m,
    };

    // 240 people; the firm has been paid 50,000 yuan for one month.
    private static WorkTrainingFacts Difficult(int month) => Hiring(month) with
    {
        Kind = WorkTrainingKind.Difficult,
        Trainees = 240,
        MonthsUsed = 1,
        PaidBefore = Money.FromYuan(50_000),
        RevenueDrop = 0.8m,
    };
}
