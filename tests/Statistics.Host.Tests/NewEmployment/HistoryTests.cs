using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>Whatever the order and however often things arrive, the figures are the same, add up, and can be made again.</summary>
public sealed class HistoryTests(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private const string From = "2020-08";
    private const string To = "2021-12";

    [Theory]
    [InlineData(1, "3751")]
    [InlineData(2, "3752")]
    public async Task Order_and_repeats_do_not_change_a_figure(int seed, string city)
    {
        var random = new Random(seed);
        await AnnounceAsync(EmploymentEvents.Lives(seed, city, people: 30));
        var expected = Shown(await FiguresAsync($"{city}00", From, To, Breakdown.Below));
        expected.ShouldNotBeEmpty();

        // The same lives of other people, in two cities that no other test uses: shuffled, and half of it twice.
        var shuffledCity = seed == 1 ? "3753" : "3754";
        var lives = EmploymentEvents.Lives(seed, shuffledCity, people: 30);
        object[] delivered = [.. lives, .. lives.Where(_ => random.Next(2) == 0)];
        random.Shuffle(delivered);
        var half = delivered.Length / 2;
        await AnnounceAsync(delivered[..half]);
        await AnnounceAsync(delivered[half..]);
        Shown(await FiguresAsync($"{shuffledCity}00", From, To, Breakdown.Below)).Select(line => line.Replace(shuffledCity, city, StringComparison.Ordinal)).ShouldBe(expected);
    }

    [Fact]
    public async Task Children_add_up_to_the_parent_figures_to_their_records_and_a_rebuild_finds_the_same()
    {
        const string city = "3755";
        await AnnounceAsync(EmploymentEvents.Lives(seed: 3, city, people: 40));
        var parent = await FiguresAsync($"{city}00", From, To);
        var children = await FiguresAsync($"{city}00", From, To, Breakdown.Below);
        foreach (var figure in parent)
        {
            var below = children.Where(child => child.Period == figure.Period).ToList();
            below.Sum(child => child.NewWorkers).ShouldBe(figure.NewWorkers);
            below.SelectMany(child => child.Excluded).Sum(one => one.Records).ShouldBe(figure.Excluded.Sum(one => one.Records));
            below.Sum(child => child.Asked).ShouldBe(figure.Asked);
            var records = await RecordsAsync($"{city}00", figure.Period, pageSize: 3);
            records.Select(record => record.EmploymentId).ShouldBeUnique();
            records.Count(record => record.Outcome == RecordOutcome.Counted).ShouldBe((int)figure.NewWorkers);
            foreach (var excluded in figure.Excluded)
            {
                records.Count(record => record.Outcome == RecordOutcome.Excluded && record.Clause.Equals(excluded.Clause)).ShouldBe((int)excluded.Records);
            }
        }

        var province = Client("370000", Roles.Statistician, Roles.Province);
        var same = await province.RebuildNewEmploymentAsync(new());
        same.DifferingRecords.ShouldBe(0);
        same.DifferingFigures.ShouldBe(0);
        same.Records.ShouldBeGreaterThan(0);

        // Somebody tampers with a verdict and a figure: the rebuild finds and rights both.
        await Fixture.ReadAsync<string>(
            "update employment_verdict set outcome = 'counted', ground = '伪 造' where employment_id = (select employment_id from employment_verdict where division like '3755%' limit 1) returning outcome");
        await Fixture.ReadAsync<long>("update new_employment_count set records = records + 5 where (division, period, outcome, ground) = (select division, period, outcome, ground from new_employment_count where division like '3755%' limit 1) returning records");
        var righted = await province.RebuildNewEmploymentAsync(new());
        righted.DifferingRecords.ShouldBe(1);
        righted.DifferingFigures.ShouldBeGreaterThan(0);
        Shown(await FiguresAsync($"{city}00", From, To)).ShouldBe(Shown(parent));
    }

    private static List<string> Shown(IEnumerable<NewEmploymentFigure> figures) =>
        [.. figures.Select(figure => $"{figure.Division} {figure.Period} {figure.NewWorkers} {figure.Asked} {string.Join(',', figure.Excluded.Select(one => $"{one.Clause.Item}={one.Records}"))}")
            .Where(line => !line.EndsWith(" 0 0 ", StringComparison.Ordinal))];
}
