using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wenye.CodeTables;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Testing;
using static Wenye.Registration.Host.Tests.CodeTables.Editions;

namespace Wenye.Registration.Host.Tests.CodeTables;

/// <summary>How imported tables reach every process, with Redis, without it, and when it comes and goes.</summary>
public sealed class DistributionTests(RegistrationFixture fixture, ITestOutputHelper output)
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    // The aim is two seconds; a busy machine that compiles beside the tests gets a little more.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_import_changes_the_validation_of_every_process_of_every_service()
    {
        await using var system = await CodeTableSystem.CreateAsync(fixture);
        var first = system.StartRegistration();
        var second = system.StartRegistration();
        var follower = await system.StartFollowerAsync(registration: null);
        (await SubmitAsync(system, second, "9010101")).ShouldBe(["ACA111"]);

        await system.Keeper(first).ImportOccupationsAsync(Occupations);

        // The process that imported answers by it at once.
        (await SubmitAsync(system, first, "9010101")).ShouldBeEmpty();
        await Eventually.IsTrueAsync(async () => (await SubmitAsync(system, second, "9010101")).Count == 0, Soon);
        await Eventually.IsTrueAsync(() => follower.Find("ACA111", "9010101") == CodeStatus.Known, Soon);
        (await SubmitAsync(system, second, "9")).ShouldBe(["ACA111"]);
        follower.Find("ACA111", "9").ShouldBe(CodeStatus.Unknown);
        (await follower.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    // No process looks by itself for a day here: what arrives was told by Redis, whatever the machine's speed. The delay is
    // printed and not asserted; docs/performance.md has it.
    [Fact]
    public async Task Redis_tells_every_process_of_a_change_and_no_process_has_to_look_for_it()
    {
        await using var system = await CodeTableSystem.CreateAsync(fixture, poll: TimeSpan.FromDays(1));
        var first = system.StartRegistration();
        var second = system.StartRegistration();
        var follower = await system.StartFollowerAsync(registration: null);
        await Eventually.IsTrueAsync(async () => await system.ListenersAsync() == 3);
        ICodeTableSource[] others = [second.Services.GetRequiredService<ICodeTableSource>(), follower.App.Services.GetRequiredService<ICodeTableSource>()];
        var keeper = system.Keeper(first);
        var delays = new List<TimeSpan>();

        for (var change = 1; change <= 10; change++)
        {
            var code = $"90102{change:00}";
            await keeper.ImportOccupationsAsync([.. Occupations, Row(code, "虚构职业", "9")]);
            var imported = Stopwatch.GetTimestamp();
            await Eventually.IsTrueAsync(() => Array.TrueForAll(others, held => held.Current.Find("ACA111", code, Today) == CodeStatus.Known));
            delays.Add(Stopwatch.GetElapsedTime(imported));
        }

        output.WriteLine($"From the import's answer until the last of 3 processes has it, ms: {string.Join(" ", delays.Order().Select(delay => delay.TotalMilliseconds.ToString("0")))}");
    }

    [Fact]
    public async Task A_flushed_Redis_is_filled_again_and_changes_no_answer()
    {
        await using var system = await CodeTableSystem.CreateAsync(fixture);
        var registration = system.StartRegistration();
        var follower = await system.StartFollowerAsync(registration: null);
        var version = (await system.Keeper(registration).ImportOccupationsAsync(Occupations)).Version;
        await Eventually.IsTrueAsync(() => follower.Find("ACA111", "9010101") == CodeStatus.Known, Soon);

        await system.FlushRedisAsync();

        follower.Find("ACA111", "9010101").ShouldBe(CodeStatus.Known);
        (await SubmitAsync(system, registration, "9010101")).ShouldBeEmpty();
        await Eventually.IsTrueAsync(async () => await system.VersionInRedisAsync() == version, Soon);
        var late = await system.StartFollowerAsync(registration: null);
        late.Find("ACA111", "9010102").ShouldBe(CodeStatus.Known);
    }

    [Fact]
    public async Task Without_Redis_processes_hold_what_they_have_start_and_learn_of_changes()
    {
        await using var system = await CodeTableSystem.CreateAsync(fixture);
        var registration = system.StartRegistration();
        var follower = await system.StartFollowerAsync(registration.Address);
        await system.Keeper(registration).ImportOccupationsAsync(Occupations);
        await Eventually.IsTrueAsync(() => follower.Find("ACA111", "9010101") == CodeStatus.Known, Soon);

        await system.Redis!.StopAsync();

        follower.Find("ACA111", "9010101").ShouldBe(CodeStatus.Known);
        (await SubmitAsync(system, registration, "9010101")).ShouldBeEmpty();
        // New processes start: Registration by its database, others by Registration.
        var second = system.StartRegistration();
        var late = await system.StartFollowerAsync(registration.Address);
        (await SubmitAsync(system, second, "9010102")).ShouldBeEmpty();
        await Eventually.IsTrueAsync(() => late.Find("ACA111", "9010102") == CodeStatus.Known, Soon);
        // And changes arrive.
        await system.Keeper(second).ImportOccupationsAsync(Row("9010109", "虚构职业丁"));
        var imported = Stopwatch.GetTimestamp();
        await Eventually.IsTrueAsync(() => follower.Find("ACA111", "9010109") == CodeStatus.Known, Soon);
        output.WriteLine($"Without Redis, from the import's answer until another service has it: {Stopwatch.GetElapsedTime(imported).TotalMilliseconds:0} ms");
        await Eventually.IsTrueAsync(async () => (await SubmitAsync(system, registration, "9010109")).Count == 0, Soon);

        await system.Redis.StartAsync();

        await Eventually.IsTrueAsync(async () => await system.VersionInRedisAsync() is > 0);
    }

    [Fact]
    public async Task A_process_that_can_ask_nobody_starts_with_the_shipped_tables_says_so_and_catches_up()
    {
        await using var system = await CodeTableSystem.CreateAsync(fixture);
        await system.Redis!.StopAsync();

        var follower = await system.StartFollowerAsync(registration: null);

        follower.Find("AAC005", "01").ShouldBe(CodeStatus.Known);
        follower.Find("ACA111", "9010101").ShouldBe(CodeStatus.TableNotLoaded);
        (await follower.HealthAsync()).ShouldBe(HealthStatus.Degraded);
        await system.Redis.StartAsync();
        await system.Keeper(system.StartRegistration()).ImportOccupationsAsync(Occupations);
        await Eventually.IsTrueAsync(() => follower.Find("ACA111", "9010101") == CodeStatus.Known);
        (await follower.HealthAsync()).ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_process_starts_though_Registration_takes_the_call_and_never_answers()
    {
        await using var system = await CodeTableSystem.CreateAsync(fixture);
        await system.Redis!.StopAsync();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var follower = await system.StartFollowerAsync(new Uri($"http://{silent.LocalEndpoint}"));

        follower.Find("AAC005", "01").ShouldBe(CodeStatus.Known);
        (await follower.HealthAsync()).ShouldBe(HealthStatus.Degraded);
    }

    // The fields at fault of an application with this occupation; none when it was taken.
    private static async Task<IReadOnlyList<string>> SubmitAsync(
        CodeTableSystem system, ServiceUnderTest<RegistrationDbContext> service, string occupation)
    {
        var form = Applications.Form();
        form.Occupation1 = occupation;
        try
        {
            await system.Office(service).SubmitApplicationAsync(Applications.Submit(form));
            return [];
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.InvalidArgument)
        {
            return [.. refused.Fields()];
        }
    }
}
