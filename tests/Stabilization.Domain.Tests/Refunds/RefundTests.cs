using FsCheck;
using FsCheck.Fluent;
using Wenye.Policy;
using Wenye.Stabilization.Domain.Refunds;

namespace Wenye.Stabilization.Domain.Tests.Refunds;

public sealed class RefundTests
{
    private static readonly DateOnly Before = new(2020, 6, 7);
    private static readonly DateOnly After = new(2020, 6, 10);
    private static readonly Gen<Money> Amounts = Gen.Choose(0, 50_000_000).Select(fen => Money.FromFen(fen));

    [Fact]
    public void Every_fen_of_an_entitlement_is_paid_was_paid_or_is_kept_back()
    {
        var cases = from contributions in Amounts
                    from paid in Amounts
                    from toRecover in Amounts
                    select (contributions, paid, toRecover);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var decision = (Firms.Ordinary with
            {
                Size = FirmSize.Small,
                Contributions = given.contributions,
                Drawn = RefundDrawn.General,
                AlreadyPaid = given.paid,
                ToRecover = given.toRecover,
            }).On(After);
            if (given.paid >= given.contributions && given.contributions > Money.Zero)
            {
                return decision.Outcome == Policy.Outcome.Refused && decision.Result is null;
            }

            var grant = decision.Result!;
            return grant.Amount >= Money.Zero
                && grant.StillToRecover >= Money.Zero
                && grant.Recovered + grant.StillToRecover == given.toRecover
                && (given.contributions == Money.Zero || grant.Amount + grant.Recovered + grant.AlreadyPaid == grant.Entitlement);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_old_share_and_its_raise_make_up_the_raised_share() =>
        Prop.ForAll(Amounts.Where(amount => amount > Money.FromFen(1)).ToArbitrary(), contributions =>
        {
            var firm = Firms.Ordinary with { Size = FirmSize.Micro, Contributions = contributions };
            var first = firm.On(Before).Result!.Amount;
            var raise = (firm with { Drawn = RefundDrawn.General, AlreadyPaid = first }).On(After).Result!;
            return first + raise.Amount == firm.On(After).Result!.Amount && raise.Path == RefundPath.TopUp;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(FirmSize.Large, false)]
    [InlineData(FirmSize.Medium, true)]
    [InlineData(FirmSize.Small, true)]
    [InlineData(FirmSize.Micro, true)]
    public void From_8_June_2020_only_small_and_medium_firms_get_more(FirmSize size, bool more)
    {
        var firm = Firms.Ordinary with { Size = size };
        (firm.On(After).Result!.Amount > firm.On(Before).Result!.Amount).ShouldBe(more);
    }

    [Fact]
    public void The_difference_is_explained_by_its_document()
    {
        var firm = Firms.Ordinary with { Size = FirmSize.Small };
        firm.On(Before).Findings.ShouldNotContain(finding => finding.Clause.Document == "鲁人社字〔2020〕63号");
        var share = firm.On(After).Findings.Single(finding => finding.Clause.Citation == "鲁人社字〔2020〕63号 二(一)1");
        share.Governing!.Explanation.ShouldBe("适用鲁人社字〔2020〕63号 二(一)1（省370000，2020-06-08起）：1。");
        share.Alternatives!.Select(ground => (ground.Clause.Citation, ground.Answer)).ShouldBe(
        [
            ("鲁人社字〔2020〕63号 二(一)1", Answer.Met),
            ("鲁人社字〔2020〕26号 二(一)", Answer.Met),
        ]);
    }

    [Fact]
    public void Of_several_shares_the_trace_keeps_those_that_were_less_favourable()
    {
        var firm = Firms.Ordinary with { Size = FirmSize.Large, Priority = RefundPriority.Overcapacity };
        var share = firm.On(After, Firms.Jinan).Findings.Single(finding => finding.Alternatives is not null);
        share.Clause.Citation.ShouldBe("济政发〔2020〕1号 6");
        share.Alternatives!.Select(ground => (ground.Clause.Citation, ground.Answer, ground.Governing!.Value.Number)).ShouldBe(
        [
            ("鲁人社字〔2020〕63号 二(一)1", Answer.NotMet, 1m),
            ("济政发〔2020〕1号 6", Answer.Met, 0.7m),
            ("济政发〔2020〕1号 6", Answer.NotMet, 0.6m),
            ("鲁人社字〔2020〕26号 二(一)", Answer.Met, 0.5m),
        ]);
    }

    [Fact]
    public void A_batch_decides_as_one_by_one_to_the_byte()
    {
        foreach (var region in new[] { Firms.Zibo, Firms.Jinan, Division.Parse("130506"), Division.Parse("210300") })
        {
            var policy = StabilizationParameters.Shipped.At(region, After);
            var batch = policy.ForBatch();
            foreach (var firm in Varied())
            {
                DecisionJson.Write(Refund.Decide(firm, batch)).ShouldBe(DecisionJson.Write(Refund.Decide(firm, policy)));
            }
        }
    }

    [Fact]
    public void Every_decision_can_be_taken_again_from_its_record()
    {
        foreach (var day in new[] { new DateOnly(2020, 2, 10), new(2020, 3, 1), new(2020, 4, 1), After, new(2020, 7, 10), new(2021, 1, 4) })
        {
            foreach (var firm in Varied())
            {
                Policy.Replay.Run(DecisionJson.Write(firm.On(day, Firms.Jinan)), StabilizationPrograms.All, StabilizationParameters.Shipped, out _).ShouldBe(ReplayResult.Same);
            }
        }
    }

    private static IEnumerable<RefundFacts> Varied()
    {
        foreach (var size in Enum.GetValues<FirmSize>())
        {
            foreach (var priority in Enum.GetValues<RefundPriority>())
            {
                yield return Firms.Ordinary with { Size = size, Priority = priority };
                yield return Firms.Ordinary with { Size = size, Priority = priority, LaidOff = 100, Unsound = default };
            }

            yield return Firms.Ordinary with { Size = size, Drawn = RefundDrawn.General, AlreadyPaid = Money.FromYuan(50_000) };
            yield return Firms.InDifficulty with { Size = size };
        }

        yield return new RefundFacts();
        yield return new RefundFacts { Kind = RefundKind.Difficult };
    }
}
