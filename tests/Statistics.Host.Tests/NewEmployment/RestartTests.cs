using System.Diagnostics;
using System.Globalization;
using MassTransit;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>The service as a process of its own that is told to end (SIGTERM) while events pour in: none is lost, and no figure differs.</summary>
public sealed class RestartTests(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private const string From = "2020-08";
    private const string To = "2021-12";
    private const int Stops = 2;

    [Theory]
    [InlineData(11, "3771")]
    [InlineData(12, "3772")]
    public async Task Restarts_in_mid_stream_repeats_and_another_order_do_not_change_a_figure(int seed, string city)
    {
        var random = new Random(seed);
        var lives = EmploymentEvents.Lives(seed, city, people: 60);
        await AnnounceAsync(lives);
        var expected = NotEmpty(await FiguresAsync($"{city}00", From, To, Breakdown.Below));
        expected.ShouldNotBeEmpty();

        // The same events in another system: in another order, some delivered again under their id, some announced again under a new one.
        var messages = lives.Select(told => (Event: told, Id: Guid.CreateVersion7())).ToList();
        (object Event, Guid Id)[] delivered =
            [.. messages, .. messages.Where(_ => random.Next(3) == 0), .. messages.Where(_ => random.Next(3) == 0).Select(one => (one.Event, Guid.CreateVersion7()))];
        random.Shuffle(delivered);
        await using var database = await Fixture.Servers.CreateDatabaseAsync();
        await using var broker = await Fixture.Servers.CreateVirtualHostAsync();
        var settings = Settings(database, broker);
        using (var first = new ServiceUnderTest<StatisticsDbContext>(settings).Start())
        {
            await first.Services.MigrateAsync<StatisticsDbContext>(CancellationToken.None);
        }

        var bus = MassTransit.Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(broker.Uri));
        await bus.StartAsync(TestContext.Current.CancellationToken);
        foreach (var part in delivered.Chunk((delivered.Length / Stops) + 1))
        {
            using var process = Start(settings);
            var taken = await TakenAsync(database);
            foreach (var (told, id) in part)
            {
                await bus.Publish(told, told.GetType(), context => context.MessageId = id, TestContext.Current.CancellationToken);
            }

            await Eventually.IsTrueAsync(async () => await TakenAsync(database) > taken, TimeSpan.FromMinutes(2));
            await EndAsync(process);
        }

        await bus.StopAsync(CancellationToken.None);
        using var last = new ServiceUnderTest<StatisticsDbContext>(settings).Start();
        var all = delivered.Select(one => one.Id).Distinct().Count();
        await Eventually.IsTrueAsync(
            async () => await database.ReadAsync<bool>("select (select count(*) from inbox) = $1 and not exists (select from person_to_judge)", (long)all), TimeSpan.FromMinutes(2));
        var calls = new NewEmploymentService.NewEmploymentServiceClient(last.Calls(Fixture.Issuer.Token("statistics-office", "370000", Roles.Statistician, Roles.Province)));
        var figures = await calls.ListNewEmploymentAsync(new() { Division = $"{city}00", FromPeriod = From, ToPeriod = To, Breakdown = Breakdown.Below });
        NotEmpty(figures.Figures).ShouldBe(expected);
        var rebuilt = await calls.RebuildNewEmploymentAsync(new());
        (rebuilt.DifferingRecords, rebuilt.DifferingFigures, rebuilt.WaitingPeople).ShouldBe((0, 0, 0));
    }

    private Dictionary<string, string> Settings(TestDatabase database, TestVirtualHost broker) => new(PersonalDataKeys.Fresh(), StringComparer.Ordinal)
    {
        ["ConnectionStrings:statistics"] = database.ConnectionString,
        ["ConnectionStrings:rabbitmq"] = broker.ConnectionString,
        ["Auth:Authority"] = Fixture.Issuer.Authority,
        ["Auth:RequireHttpsMetadata"] = "false",
    };

    private static Process Start(Dictionary<string, string> settings)
    {
        var program = BuiltProgram.Dll("Statistics");
        var start = new ProcessStartInfo("dotnet", [program, "--urls=http://127.0.0.1:0", "--HEALTH_PORT=0"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task EndAsync(Process process)
    {
        using var telling = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    private static Task<long> TakenAsync(TestDatabase database) => database.ReadAsync<long>("select count(*) from inbox");

    // A figure that was raised and lowered again stays as zero, one that never was is not there.
    private static List<string> NotEmpty(IEnumerable<NewEmploymentFigure> figures) =>
        [.. figures.Where(figure => figure.NewWorkers + figure.Asked + figure.Excluded.Count > 0).Select(figure => figure.ToString())];
}
