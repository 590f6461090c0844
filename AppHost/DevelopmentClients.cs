using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Wenye.AppHost;

/// <summary>An agency's client of the gateway (开发用客户端) for development and the demo.</summary>
internal sealed record DevelopmentClient(string Id, string Secret, string Agency, string Division, IReadOnlyList<string> Roles);

/// <summary>Development wiring: a signing key and clients for this run, told to the gateway and to <c>.run/platform.json</c>.</summary>
/// <remarks>A published system gets its key and its clients from its operators.</remarks>
internal static class DevelopmentClients
{
    /// <param name="builder">The system.</param>
    /// <param name="gateway">Issues the tokens.</param>
    /// <param name="callers">Services that call other services, each as a client of its own with the role service.</param>
    public static void AddDevelopmentClients(
        this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> gateway, params IReadOnlyList<IResourceBuilder<ProjectResource>> callers)
    {
        if (builder.ExecutionContext.IsPublishMode)
        {
            return;
        }
        gateway.WithEnvironment("Auth__SigningKey", builder.AddParameter("gateway-signing-key", NewSigningKey, secret: true));
        DevelopmentClient[] clients =
        [
            new("agency-jinan-intake", NewSecret(), "agency-jinan", "370100", ["intake"]),
            new("agency-jinan-reviewer", NewSecret(), "agency-jinan", "370100", ["reviewer"]),
            new("agency-jinan-caseworker", NewSecret(), "agency-jinan", "370100", ["caseworker"]),
            new("province-statistics", NewSecret(), "province", "370000", ["statistician", "province"]),
            new("province-statistics-reviewer", NewSecret(), "province", "370000", ["statistics-reviewer", "province"]),
            new("province-statistics-verifier", NewSecret(), "province", "370000", ["statistics-verifier", "province"]),
            new("county-lixia-statistics", NewSecret(), "county-lixia", "370102", ["statistician"]),
            new("county-lixia-statistics-reviewer", NewSecret(), "county-lixia", "370102", ["statistics-reviewer"]),
            new("agency-jinan-statistics-reviewer", NewSecret(), "agency-jinan", "370100", ["statistics-reviewer"]),
            new("province-unemployment-monitor", NewSecret(), "province", "370000", ["unemployment-monitor", "province"]),
            new("province-importer", NewSecret(), "province", "370000", ["importer", "province"]),
            new("province-directory", NewSecret(), "province", "370000", ["directory", "province"]),
            new("province-codetables", NewSecret(), "province", "370000", ["codetables", "province"]),
            new("province-firm-data", NewSecret(), "province", "370000", ["firm-data", "province"]),
            new("province-stabilization", NewSecret(), "province", "370000", ["stabilization", "province"]),
            new("province-stabilization-reviewer", NewSecret(), "province", "370000", ["stabilization-reviewer", "province"]),
            new("province-training", NewSecret(), "province", "370000", ["training", "province"]),
            new("province-training-reviewer", NewSecret(), "province", "370000", ["training-reviewer", "province"]),
            new("training-portal", NewSecret(), "training-portal", "370000", ["training-portal", "province"]),
            new("province-loans", NewSecret(), "province", "370000", ["loans", "province"]),
            new("province-loans-reviewer", NewSecret(), "province", "370000", ["loans-reviewer", "province"]),
            new("loan-portal", NewSecret(), "loan-portal", "370000", ["loan-portal", "province"]),
            new("bank-one", NewSecret(), "bank-one", "370000", ["loan-bank"]),
            new("guarantor-one", NewSecret(), "guarantor-one", "370000", ["loan-guarantor"]),
            new("province-welfare-posts", NewSecret(), "province", "370000", ["welfare-posts", "province"]),
            new("province-welfare-posts-reviewer", NewSecret(), "province", "370000", ["welfare-posts-reviewer", "province"]),
            new("post-portal", NewSecret(), "post-portal", "370000", ["post-portal", "province"]),
            new("province-payer", NewSecret(), "province", "370000", ["payer", "province"]),
            new("province-budget", NewSecret(), "province", "370000", ["budget", "province"]),
            new("firm-portal", NewSecret(), "firm-portal", "370000", ["firm-portal", "province"]),
            new("province-exchange", NewSecret(), "province", "370000", ["exchange", "province"]),
            new("province-auditor", NewSecret(), "province", "370000", ["auditor", "province"]),
        ];
        for (var number = 0; number < clients.Length; number++)
        {
            gateway.WithClient(number, clients[number]);
        }
        for (var number = 0; number < callers.Count; number++)
        {
            var client = new DevelopmentClient($"service-{callers[number].Resource.Name}", NewSecret(), "platform", "370000", ["service"]);
            gateway.WithClient(clients.Length + number, client);
            callers[number]
                .WithEnvironment("ServiceClient__Id", client.Id)
                .WithEnvironment("ServiceClient__Secret", builder.AddParameter($"{client.Id}-secret", () => client.Secret, secret: true));
        }
        builder.Services.AddSingleton<IReadOnlyList<DevelopmentClient>>(clients);
        builder.Services.AddSingleton(PlatformFile.In(builder));
        builder.Services.AddHostedService<PlatformFileWriter>();
    }

    private static void WithClient(this IResourceBuilder<ProjectResource> gateway, int number, DevelopmentClient client)
    {
        var prefix = $"Auth__Clients__{number}__";
        gateway
            .WithEnvironment($"{prefix}Id", client.Id)
            .WithEnvironment($"{prefix}SecretHash", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(client.Secret))))
            .WithEnvironment($"{prefix}Agency", client.Agency)
            .WithEnvironment($"{prefix}Division", client.Division);
        for (var role = 0; role < client.Roles.Count; role++)
        {
            gateway.WithEnvironment($"{prefix}Roles__{role}", client.Roles[role]);
        }
    }

    private static string NewSecret() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }
}
