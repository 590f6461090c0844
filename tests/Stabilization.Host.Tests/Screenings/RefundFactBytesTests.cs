using Shouldly;
using Wenye.Policy;
using Wenye.Stabilization.Domain;
using Wenye.Stabilization.Domain.Refunds;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Host.Tests.Screenings;

public sealed class RefundFactBytesTests
{
    private static readonly RefundFacts Full = new()
    {
        Kind = RefundKind.Difficult,
        Contributions = Money.FromYuan(9_999_999_999_999.99m),
        MonthsContributed = int.MaxValue,
        FullyPaid = false,
        Insured = 0,
        LaidOff = -1,
        IndustryPolicyOk = true,
        Size = FirmSize.Micro,
        FundMonths = 12.50m,
        LossMaking = true,
        DebtRatio = decimal.MaxValue,
        RevenueDrop = -1m / 3,
        CountyBenefit = Money.FromFen(long.MinValue / 128),
        Unsound = false,
        Drawn = RefundDrawn.General,
        AlreadyPaid = Money.Zero,
        ToRecover = Money.FromFen(1),
        Priority = RefundPriority.Overcapacity,
    };

    [Fact]
    public void What_is_written_is_read() => Again(Full).ShouldBe(Full);

    [Fact]
    public void What_is_not_established_stays_so() => Again(new RefundFacts()).ShouldBe(new RefundFacts());

    [Fact]
    public void Every_fact_of_the_decision_is_written() => Again(Full).Recorded().ShouldAllBe(fact => fact.Value.Kind != ValueKind.Unproven);

    [Fact]
    public void A_decimal_keeps_its_scale() => Again(Full).FundMonths.Value.Scale.ShouldBe((byte)2);

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 9, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 1, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0, 7 })]
    public void Other_bytes_are_refused(byte[] bytes) => Should.Throw<InvalidDataException>(() => RefundFactBytes.Read(bytes));

    private static RefundFacts Again(RefundFacts facts)
    {
        var bytes = new byte[RefundFactBytes.MaxLength];
        return RefundFactBytes.Read(bytes.AsSpan(0, RefundFactBytes.Write(facts, bytes)));
    }
}
