using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Screenings;

/// <summary>The same firms on 2020-06-07, under 26号, and on 2020-06-10, under 63号 of 2020-06-08.</summary>
public sealed class ScreeningDifferenceTests(ScreeningFixture fixture) : IClassFixture<ScreeningFixture>
{
    private const string Raised = "鲁人社字〔2020〕63号";
    private static readonly DateOnly Before = new(2020, 6, 7);
    private static readonly DateOnly After = new(2020, 6, 10);

    [Fact]
    public async Task Two_runs_around_63号_differ_exactly_by_what_it_changed()
    {
        var (earlier, later) = await BothAsync();
        var differences = await CompareAsync(new() { EarlierScreeningId = earlier, LaterScreeningId = later });

        differences.Select(firm => firm.CreditCode).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
        differences.Select(firm => firm.CreditCode).ShouldBeUnique();
        var byKind = differences.ToLookup(Kind);
        byKind["?"].ShouldBeEmpty();

        // 63号 二(一)1: small and medium firms that got half get all, those that drew half before get the other half.
        byKind["raised"].Count().ShouldBeGreaterThan(1_000);
        byKind["raised"].ShouldAllBe(firm => Math.Abs(firm.Later.AmountFen - (2 * firm.Earlier.AmountFen) - Recovered(firm)) <= 1);
        byKind["topped up"].Count().ShouldBeGreaterThan(100);

        // 63号 二(一)4: the month before decides, not the end of last year: Rizhao's fund is short now.
        byKind["stopped"].ShouldAllBe(firm => firm.Later.Division == "371102");
        var owed = differences.Where(firm => firm.Kind != DifferenceKind.Recover).ToList();
        owed.Sum(firm => firm.Later.AmountFen - firm.Earlier.AmountFen).ShouldBe(await TotalAsync(later) - await TotalAsync(earlier));

        // Earlier systems paid half of odd amounts rounded down: a fen was left by the earlier run too.
        owed.ShouldAllBe(firm => firm.Later.AmountFen - firm.Earlier.AmountFen - firm.DifferenceFen <= (firm.DrawnFen > 0 ? 1 : 0));
        byKind["raised"].Concat(byKind["topped up"]).ShouldAllBe(firm => firm.Kind == DifferenceKind.TopUp && firm.CausedBy.Contains($"{Raised} 二(一)1"));

        // Who drew half without ever being due it is told by its clause; nobody gives back what the pool could pay when it paid.
        differences.Where(firm => firm.Kind == DifferenceKind.Recover).ShouldAllBe(firm =>
            firm.DifferenceFen == -firm.DrawnFen && firm.RefusedBy.Count > 0 && !firm.RefusedBy.Contains($"{Raised} 二(一)4"));
    }

    [Fact]
    public async Task A_difference_is_explained_by_its_document()
    {
        var (earlier, later) = await BothAsync();
        var answer = await fixture.Client().ExplainDifferenceAsync(new()
        {
            EarlierScreeningId = earlier,
            LaterScreeningId = later,
            CreditCode = ScreenedFirms.CodeOf(4),
        });

        (answer.Earlier.Outcome, answer.Later.Outcome).ShouldBe((Outcome.Granted, Outcome.Granted));
        answer.Facts.ShouldBeEmpty();
        answer.Parameters.ShouldContain(change => change.Later != null && change.Later.Clause.Document == Raised && change.Later.Clause.Item == "二(一)1");
        answer.Because.ShouldContain(sentence => sentence.Contains($"{Raised} 二(一)1", StringComparison.Ordinal));
        answer.Because.ShouldContain(sentence => sentence.Contains("鲁人社字〔2020〕26号 二(一)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Later_data_give_a_difference_that_names_the_fact()
    {
        var (_, earlier) = await BothAsync();
        await fixture.Database.ReadAsync<long>("update firm set zombie_or_dishonest_or_bankrupt = true where credit_code = $1 returning id", ScreenedFirms.CodeOf(4));
        var later = (await fixture.RunAsync(After)).ScreeningId;
        await fixture.Database.ReadAsync<long>("update firm set zombie_or_dishonest_or_bankrupt = false where credit_code = $1 returning id", ScreenedFirms.CodeOf(4));

        var difference = (await CompareAsync(new() { EarlierScreeningId = earlier, LaterScreeningId = later }))
            .Where(firm => firm.Kind != DifferenceKind.Recover).ShouldHaveSingleItem();
        difference.CreditCode.ShouldBe(ScreenedFirms.CodeOf(4));
        (difference.Kind, difference.DifferenceFen).ShouldBe((DifferenceKind.Reduced, -difference.Earlier.AmountFen), "it drew nothing");
        difference.ChangedFacts.ShouldBe(["zombie_or_dishonest_or_bankrupt"]);
        difference.Later.RefusedBy.ShouldBe(["鲁人社字〔2020〕26号 四(二)"]);
        var why = await fixture.Client().ExplainDifferenceAsync(new() { EarlierScreeningId = earlier, LaterScreeningId = later, CreditCode = difference.CreditCode });
        why.Facts.ShouldHaveSingleItem().ShouldBe(new FactChange { Fact = "zombie_or_dishonest_or_bankrupt", Earlier = "false", Later = "true" });
        why.Because.ShouldContain("数据有变：zombie_or_dishonest_or_bankrupt由false变为true。");
    }

    [Fact]
    public async Task A_firm_of_one_run_alone_is_a_difference_and_a_broken_comparison_goes_on()
    {
        var (_, province) = await BothAsync();
        var city = (await fixture.RunAsync(After, "370300")).ScreeningId;
        var all = await CompareAsync(new() { EarlierScreeningId = city, LaterScreeningId = province });

        all.Count(firm => firm.Earlier == null).ShouldBe(ScreeningFixture.Firms / 4 * 3);
        all.Where(firm => firm.Earlier != null).ShouldAllBe(firm => firm.Kind == DifferenceKind.Recover);
        all.Where(firm => firm.DrawnFen == 0).ShouldAllBe(firm => firm.DifferenceFen == firm.Later.AmountFen);
        var rest = await CompareAsync(new() { EarlierScreeningId = city, LaterScreeningId = province, AfterCreditCode = all[700].CreditCode });
        rest.ShouldBe(all.Skip(701));
    }

    [Fact]
    public async Task Runs_of_two_kinds_are_not_compared()
    {
        var (_, general) = await BothAsync();
        var difficult = (await fixture.RunAsync(After, "370300", RefundKind.Difficult)).ScreeningId;

        var refusal = await Should.ThrowAsync<RpcException>(() => CompareAsync(new() { EarlierScreeningId = general, LaterScreeningId = difficult }));
        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    private static string Kind(ScreeningDifference firm) => (firm.Earlier?.Outcome, firm.Later?.Outcome) switch
    {
        (Outcome.Granted, Outcome.Granted) => "raised",
        (Outcome.Refused, Outcome.Granted) when firm.Earlier.RefusedBy is ["鲁人社字〔2020〕26号 三(三)"] => "topped up",
        (_, Outcome.Refused) when firm.Later.RefusedBy.Contains($"{Raised} 二(一)4") => "stopped",
        (Outcome.Refused, Outcome.Refused) or (Outcome.Incomplete, Outcome.Incomplete) or (Outcome.Refused, Outcome.Incomplete) => "other clause",
        _ => "?",
    };

    // What a firm has to give back is taken off once, not twice.
    private static long Recovered(ScreeningDifference firm) => Math.Abs(firm.Later.AmountFen - (2 * firm.Earlier.AmountFen)) > 1 ? 12_345 : 0;

    private async Task<(string Earlier, string Later)> BothAsync()
    {
        var earlier = (await fixture.RunAsync(Before)).ScreeningId;
        return (earlier, (await fixture.RunAsync(After)).ScreeningId);
    }

    private async Task<long> TotalAsync(string screeningId) =>
        (await fixture.Client().GetScreeningAsync(new() { ScreeningId = screeningId })).Screening.Totals[0].AmountFen;

    private async Task<List<ScreeningDifference>> CompareAsync(CompareScreeningsRequest request)
    {
        using var call = fixture.Client().CompareScreenings(request);
        var differences = new List<ScreeningDifference>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            differences.AddRange(message.Differences);
        }

        return differences;
    }
}
