using Grpc.Core;
using Shouldly;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Testing;

namespace Wenye.Stabilization.Host.Tests.Screenings;

public sealed class ScreeningRunTests(ScreeningFixture fixture) : IClassFixture<ScreeningFixture>
{
    private static readonly DateOnly Day = new(2020, 6, 10);

    [Fact]
    public async Task A_run_decides_every_firm_once_and_its_totals_are_those_of_the_list()
    {
        var run = await fixture.RunAsync(Day);

        run.State.ShouldBe(ScreeningState.Finished);
        (run.Firms, run.Decided).ShouldBe((ScreeningFixture.Firms, ScreeningFixture.Firms));
        var list = await ListAsync(new() { ScreeningId = run.ScreeningId });
        list.Select(firm => firm.CreditCode).ShouldBe(Enumerable.Range(1, ScreeningFixture.Firms).Select(ScreenedFirms.CodeOf).Order(StringComparer.Ordinal));
        var all = run.Totals[0];
        all.Pool.ShouldBeEmpty();
        (all.Granted, all.Refused, all.Incomplete, all.AmountFen).ShouldBe((
            list.Count(firm => firm.Outcome == Outcome.Granted),
            list.Count(firm => firm.Outcome == Outcome.Refused),
            list.Count(firm => firm.Outcome == Outcome.Incomplete),
            list.Sum(firm => firm.AmountFen)));
        run.Totals.Skip(1).Select(total => total.Pool).ShouldBe(["370100", "370300", "371100", "371700"]);
        run.Totals.Skip(1).Sum(total => total.AmountFen).ShouldBe(all.AmountFen);
        run.Totals[1].FundBalanceFen.ShouldBe(5_000_000_000);
        run.Totals[4].HasFundBalanceFen.ShouldBeFalse("nobody told how Heze's fund stands");
        run.RefusedBy.ToDictionary(count => $"{count.Clause.Document} {count.Clause.Item}", count => count.Firms)
            .ShouldBe(list.SelectMany(firm => firm.RefusedBy).CountBy(clause => clause).ToDictionary(count => count.Key, count => (long)count.Value), ignoreOrder: true);
        run.Missing.ToDictionary(count => count.Fact, count => count.Firms)
            .ShouldBe(list.SelectMany(firm => firm.MissingFacts).CountBy(fact => fact).ToDictionary(count => count.Key, count => (long)count.Value), ignoreOrder: true);
    }

    [Fact]
    public async Task A_short_fund_stops_its_pool_and_an_unknown_one_leaves_it_open()
    {
        var run = await fixture.RunAsync(new(2020, 6, 11));

        run.Totals.Single(total => total.Pool == "371100").Granted.ShouldBe(0);
        run.Totals.Single(total => total.Pool == "371700").Granted.ShouldBe(0);
        var short_ = await ListAsync(new() { ScreeningId = run.ScreeningId, RefusedBy = "鲁人社字〔2020〕63号 二(一)4" });
        short_.Count.ShouldBe(ScreeningFixture.Firms / 4);
        short_.ShouldAllBe(firm => firm.Division == "371102" && firm.Outcome == Outcome.Refused);
        var unknown = await ListAsync(new() { ScreeningId = run.ScreeningId, MissingFact = "fund_months", Outcome = Outcome.Incomplete });
        unknown.ShouldNotBeEmpty();
        unknown.ShouldAllBe(firm => firm.Division == "371702");
    }

    [Fact]
    public async Task A_city_is_screened_alone()
    {
        var run = await fixture.RunAsync(Day, "370300");

        run.Firms.ShouldBe(ScreeningFixture.Firms / 4);
        run.Totals.Select(total => total.Pool).ShouldBe(["", "370300"]);
        (await ListAsync(new() { ScreeningId = run.ScreeningId })).ShouldAllBe(firm => firm.Division == "370302");
    }

    [Fact]
    public async Task A_broken_list_goes_on_after_the_last_firm()
    {
        var run = await fixture.RunAsync(new(2020, 6, 12), "370300");
        var list = await ListAsync(new() { ScreeningId = run.ScreeningId });

        var rest = await ListAsync(new() { ScreeningId = run.ScreeningId, AfterCreditCode = list[1233].CreditCode });

        rest.ShouldBe(list.Skip(1234));
    }

    [Fact]
    public async Task A_result_is_decided_again_to_the_byte_with_every_clause()
    {
        var run = await fixture.RunAsync(new(2020, 6, 13), "370100");
        var listed = await ListAsync(new() { ScreeningId = run.ScreeningId });

        foreach (var firm in listed.DistinctBy(firm => (firm.Outcome, string.Concat(firm.RefusedBy), string.Concat(firm.MissingFacts))))
        {
            var answer = await fixture.Client().GetScreeningResultAsync(new() { ScreeningId = run.ScreeningId, CreditCode = firm.CreditCode });
            answer.Replayed.ShouldBeTrue();
            answer.ParameterVersion.ShouldBe(run.ParameterVersion);
            answer.Result.ShouldBe(firm);
            answer.Decision.Outcome.ShouldBe(firm.Outcome);
            answer.Decision.Findings.Count.ShouldBeGreaterThan(5);
            answer.Decision.Findings.Where(finding => finding.Answer == Answer.NotMet).Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}").Distinct()
                .ShouldBe(firm.RefusedBy);
        }
    }

    [Fact]
    public async Task A_record_that_was_tampered_with_does_not_replay()
    {
        var run = await fixture.RunAsync(new(2020, 6, 14), "370100");
        var code = ScreenedFirms.CodeOf(4);
        await fixture.Database.ReadAsync<string>(
            "update screening_result set amount_fen = amount_fen + 1 where screening_id = $1 and credit_code = $2 returning credit_code", Guid.Parse(run.ScreeningId), code);

        (await fixture.Client().GetScreeningResultAsync(new() { ScreeningId = run.ScreeningId, CreditCode = code })).Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Difficult_firms_are_screened_by_their_own_rules()
    {
        var run = await fixture.RunAsync(Day, "370100", RefundKind.Difficult);

        run.RefusedBy.Single(count => count.Clause is { Document: "鲁人社字〔2020〕63号", Item: "二(一)4" }).Firms.ShouldBe(ScreeningFixture.Firms / 4, "20.5 months are enough for general refunds alone");
        run.Totals[0].Refused.ShouldBe(ScreeningFixture.Firms / 4);
    }

    private async Task<List<ScreeningResult>> ListAsync(StreamScreeningResultsRequest request)
    {
        using var call = fixture.Client().StreamScreeningResults(request);
        var results = new List<ScreeningResult>();
        await foreach (var message in call.ResponseStream.ReadAllAsync())
        {
            message.Results.Count.ShouldBeLessThanOrEqualTo(500);
            results.AddRange(message.Results);
        }

        return results;
    }
}
