using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Wenye.AppHost.Tests;

/// <summary>What AppHost promises about the system it composes.</summary>
[TestCaseOrderer(typeof(WholeSystemOrder))]
public sealed class WholeSystemTests(RunningSystem system) : IClassFixture<RunningSystem>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("registration")]
    [InlineData("training")]
    [InlineData("loans")]
    [InlineData("stabilization")]
    [InlineData("welfare-posts")]
    [InlineData("statistics")]
    public async Task Each_service_answers_on_its_health_port(string service)
    {
        using var client = system.Application.CreateHttpClient(service, "health");
        using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    // That it is healthy the fixture has awaited.
    [Fact]
    public async Task The_gateway_publishes_its_keys()
    {
        using var client = system.Application.CreateHttpClient("gateway");
        var keys = await client.GetStringAsync(new Uri("/.well-known/jwks.json", UriKind.Relative), Cancellation);
        JsonDocument.Parse(keys).RootElement.GetProperty("keys").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("registration-migrate")]
    [InlineData("statistics-migrate")]
    public async Task A_migration_is_done_when_its_service_runs(string migration)
    {
        var end = await system.Application.ResourceNotifications.WaitForResourceAsync(
            migration, change => change.Snapshot.State?.Text == KnownResourceStates.Finished, Cancellation);
        end.Snapshot.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("registration-db", "registration")]
    [InlineData("statistics-db", "statistics")]
    [InlineData("training-db", "training")]
    [InlineData("loans-db", "loans")]
    [InlineData("welfare-posts-db", "welfare-posts")]
    public async Task Each_service_has_a_database_of_its_own(string resource, string database)
    {
        await using var connection = new NpgsqlConnection(await system.Application.GetConnectionStringAsync(resource, Cancellation));
        await connection.OpenAsync(Cancellation);
        connection.Database.ShouldBe(database);
    }

    [Fact]
    public async Task The_platform_file_tells_the_demo_where_the_gateway_is_and_nobody_else_who_the_clients_are()
    {
        var state = JsonDocument.Parse(await File.ReadAllTextAsync(await PlatformFileAsync(), Cancellation)).RootElement;
        new Uri(state.GetProperty("gatewayUrl").GetString()!).ShouldBe(system.Application.GetEndpoint("gateway"));
        new Uri(state.GetProperty("gatewayGrpcUrl").GetString()!).ShouldBe(system.Application.GetEndpoint("gateway", "grpc"));
        state.GetProperty("clients").EnumerateArray().Select(client => client.GetProperty("id").GetString())
            .ShouldBe(
            [
                "agency-jinan-intake", "agency-jinan-reviewer", "agency-jinan-caseworker",
                "province-statistics", "province-statistics-reviewer", "province-statistics-verifier",
                "county-lixia-statistics", "county-lixia-statistics-reviewer", "agency-jinan-statistics-reviewer", "province-unemployment-monitor",
                "province-importer", "province-directory", "province-codetables",
                "province-firm-data", "province-stabilization", "province-stabilization-reviewer",
                "province-training", "province-training-reviewer", "training-portal",
                "province-loans", "province-loans-reviewer", "loan-portal", "bank-one", "guarantor-one",
                "province-welfare-posts", "province-welfare-posts-reviewer", "post-portal",
                "province-payer", "province-budget", "firm-portal", "province-exchange", "province-auditor",
            ]);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(system.PlatformFile).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task The_demo_carries_one_person_from_application_to_statistics()
    {
        var said = await RunDemoAsync();
        said.ShouldContain("于 2020-1");
        said.ShouldContain("✗ 人社厅发〔2020〕79号 一(二)");
        said.ShouldContain("✓ 人社厅发〔2020〕79号 三(十)  able_to_work = true");
        said.ShouldContain("✗ 鲁人社字〔2020〕55号 第四条  subsidised = true");
        said.ShouldContain("✗ 济政发〔2020〕1号 18  requested_amount");
        said.ShouldContain("300000.00 × 0.0435 × ");
        said.ShouldContain("AJC00A = 14");
        said.ShouldContain("welfare_post：Counted");
        said.ShouldContain("✓ 鲁人社字〔2020〕36号 第二十条(一)  employed_elsewhere = true");
        said.ShouldContain("逐字节一致");
        said.ShouldContain("逐项打开到明细，明细之和等于数字");
        said.ShouldMatch(@"\d{4}-\d{2} 新登记失业人数：370\d{3}，2020-1\d-\d{2}，计 1");
        said.ShouldContain("wenye.loans.v1.LoanBookService/GetLoan");
        said.ShouldContain("370000：ProvinceVerified");
        said.ShouldContain("用工人数下降 25%");
        said.ShouldContain("响应：启动帮扶预案");
    }

    [Fact]
    public async Task One_trace_runs_from_the_gateway_through_the_broker_to_the_consumers_sql()
    {
        await RunDemoAsync();
        await Eventually.IsTrueAsync(() => system.Telemetry.Spans.GroupBy(span => span.TraceId, StringComparer.Ordinal).Any(trace =>
            trace.Any(span => span is { Service: "gateway", Scope: "Microsoft.AspNetCore" })
            && trace.Any(span => span is { Service: "registration", Scope: "Microsoft.AspNetCore" })
            && trace.Any(span => span is { Service: "registration", Scope: "MassTransit" })
            && trace.Any(span => span is { Service: "statistics", Scope: "MassTransit" })
            && trace.Any(span => span is { Service: "statistics", Scope: "Npgsql" })));
        await Eventually.IsTrueAsync(() => !system.Telemetry.Metrics.IsEmpty && !system.Telemetry.Logs.IsEmpty);
    }

    [Fact]
    public async Task After_the_demo_the_audit_chains_are_whole_and_each_service_was_told_of_the_others()
    {
        await RunDemoAsync();
        string[] services = ["registration", "training", "loans", "stabilization", "welfare-posts", "statistics"];
        var said = "";
        await Eventually.IsTrueAsync(
            async () =>
            {
                said = await VerifyAuditAsync();
                return services.All(service => Regex.IsMatch(said, $"{service}：.*其他服务留存链首 [1-9]", RegexOptions.None, TimeSpan.FromSeconds(1)));
            },
            TimeSpan.FromMinutes(2));
        foreach (var service in services)
        {
            said.ShouldMatch($"{service}：已核验 [1-9]");
        }

        said.ShouldNotContain("✗");
        said.ShouldNotContain("系统外改动");
        said.ShouldEndWith("审计链完整\n");
    }

    private async Task<string> VerifyAuditAsync()
    {
        var command = Path.Combine(Path.GetDirectoryName(BuiltProgram.Dll("Operator"))!, "Wenye.Operator.dll");
        using var verify = Process.Start(new ProcessStartInfo("dotnet", [command, "audit", "verify"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["WENYE_PLATFORM_FILE"] = await PlatformFileAsync() },
        })!;
        var said = await verify.StandardOutput.ReadToEndAsync(Cancellation);
        await verify.WaitForExitAsync(Cancellation);
        verify.ExitCode.ShouldBe(0, said);
        return said;
    }

    private async Task<string> RunDemoAsync()
    {
        using var demo = Process.Start(new ProcessStartInfo("dotnet", [BuiltProgram.Dll("Demo"), await PlatformFileAsync()])
        {
            WorkingDirectory = RepositoryRoot.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var faults = demo.StandardError.ReadToEndAsync(Cancellation);
        var said = await demo.StandardOutput.ReadToEndAsync(Cancellation);
        await demo.WaitForExitAsync(Cancellation);
        demo.ExitCode.ShouldBe(0, said + await faults);
        return said;
    }

    [Fact]
    public async Task A_foreign_client_submits_an_application_and_reads_the_faults_of_a_bad_one()
    {
        var intake = JsonDocument.Parse(await File.ReadAllTextAsync(await PlatformFileAsync(), Cancellation)).RootElement
            .GetProperty("clients").EnumerateArray().First();
        var form = SyntheticForms.Valid(seed: 4711, system.Clock.Today, "370102");

        var seen = await GrpcJsClient.RunAsync(
            system.Application.GetEndpoint("gateway"), system.Application.GetEndpoint("gateway", "grpc"),
            intake.GetProperty("id").GetString()!, intake.GetProperty("secret").GetString()!, JsonSerializer.Serialize(form), Cancellation);

        seen.GetProperty("services").EnumerateArray().Select(name => name.GetString()).ShouldContain("wenye.registration.v1.RegistrationService");
        seen.GetProperty("accepted").GetProperty("application").GetProperty("state").GetString().ShouldBe("APPLICATION_STATE_PENDING_REVIEW");
        var rejected = seen.GetProperty("rejected");
        rejected.GetProperty("code").GetString().ShouldBe("INVALID_ARGUMENT");
        rejected.GetProperty("field_violations").EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).ShouldBe(["AAC003"]);
        seen.GetProperty("anonymous").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
    }

    private async Task<string> PlatformFileAsync()
    {
        await Eventually.IsTrueAsync(() => File.Exists(system.PlatformFile));
        return system.PlatformFile;
    }

    // The last of all.
    [Fact]
    public async Task A_killed_service_is_reported()
    {
        using var process = ListeningProcess.OnPort(system.Application.GetEndpoint("welfare-posts").Port);
        process.Kill();
        var end = await system.Application.ResourceNotifications.WaitForResourceAsync(
            "welfare-posts", change => change.Snapshot.State?.Text == KnownResourceStates.Exited, Cancellation);
        end.Snapshot.ExitCode.ShouldBe(128 + 9);
    }
}
