using System.Text.Json;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenye.Contracts.Registration.V1;
using Wenye.Probe;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Gateway.Tests;

/// <summary>npm @grpc/grpc-js, a client that nobody here wrote, against the gateway.</summary>
/// <remarks>The service behind it stands in for Registration, which has tests of its own; AppHost.Tests drives the whole system.</remarks>
public sealed class GrpcJsTests
{
    [Fact]
    public async Task A_foreign_client_finds_the_service_by_reflection_submits_and_reads_the_error_details()
    {
        await using var service = await StartServiceAsync();
        await using var gateway = await GatewayHost.StartAsync($"--services:registration:http:0={ProbeHost.Addresses(service)[0]}");
        service.Configuration["Auth:Authority"] = gateway.Authority;
        var person = SyntheticPeople.Person(7);

        var seen = await RunClientAsync(gateway, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ADC201"] = "A-1", ["AAB301"] = "370102", ["AAC003"] = person.Name, ["AAC044"] = person.ResidentId,
        });

        seen.GetProperty("services").EnumerateArray().Select(name => name.GetString())
            .ShouldContain("wenye.registration.v1.RegistrationService");
        var application = seen.GetProperty("accepted").GetProperty("application");
        application.GetProperty("state").GetString().ShouldBe("APPLICATION_STATE_PENDING_REVIEW");
        application.GetProperty("application_id").GetString().ShouldBe("A-1 of jinan-hrss");
        var rejected = seen.GetProperty("rejected");
        rejected.GetProperty("code").GetString().ShouldBe("INVALID_ARGUMENT");
        rejected.GetProperty("reason").GetString().ShouldBe("INVALID_FIELDS");
        var violation = rejected.GetProperty("field_violations").EnumerateArray().Single();
        violation.GetProperty("field").GetString().ShouldBe("AAC003");
        violation.GetProperty("description").GetString().ShouldBe("请填写姓名。");
        seen.GetProperty("anonymous").GetProperty("code").GetString().ShouldBe("UNAUTHENTICATED");
        seen.GetProperty("anonymous").GetProperty("reason").GetString().ShouldBe("TOKEN_MISSING");
    }

    private static Task<JsonElement> RunClientAsync(GatewayHost gateway, Dictionary<string, string> form) =>
        GrpcJsClient.RunAsync(
            new Uri(gateway.Authority), gateway.Grpc, "jinan", GatewayHost.Secret, JsonSerializer.Serialize(form), TestContext.Current.CancellationToken);

    private static async Task<WebApplication> StartServiceAsync()
    {
        var builder = WebApplication.CreateBuilder(["--environment=Development", "--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGrpcService<StandIn>();
        await app.StartAsync();
        return app;
    }

    private sealed class StandIn : RegistrationService.RegistrationServiceBase
    {
        public override Task<SubmitApplicationResponse> SubmitApplication(SubmitApplicationRequest request, ServerCallContext context)
        {
            if (request.Form.Name.Length == 0)
                throw RpcErrors.InvalidArgument("AAC003", "请填写姓名。");
            return Task.FromResult(new SubmitApplicationResponse
            {
                Application = new Application
                {
                    ApplicationId = $"{request.Form.ApplicationNumber} of {Caller.From(context).Agency}",
                    State = ApplicationState.PendingReview,
                },
            });
        }
    }
}
