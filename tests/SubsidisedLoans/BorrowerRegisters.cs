using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;

namespace Wenye.Testing;

/// <summary>Registers in Registration's stead (人员状态核验替身): about one of a hundred borrowers took up work for a unit in August; who, follows from the number.</summary>
public sealed class BorrowerRegisters : PersonStatusService.PersonStatusServiceBase, IAsyncDisposable
{
    private const int OneOf = 97;

    private WebApplication? app;

    /// <summary>Where they answer.</summary>
    public Uri Address => new(app!.Urls.Single());

    /// <summary>Starts them on a free port.</summary>
    public static async Task<BorrowerRegisters> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<BorrowerRegisters>();
        var host = builder.Build();
        host.MapGrpcService<BorrowerRegisters>();
        await host.StartAsync();
        var registers = host.Services.GetRequiredService<BorrowerRegisters>();
        registers.app = host;
        return registers;
    }

    /// <inheritdoc/>
    public override Task<LookUpStatusesResponse> LookUpStatuses(LookUpStatusesRequest request, ServerCallContext context) =>
        Task.FromResult(new LookUpStatusesResponse { Statuses = { request.Identities.Select(StatusOf) } });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private static RegisteredStatus StatusOf(PersonIdentity person)
    {
        var status = new RegisteredStatus { PersonId = "known" };
        if (person.IdDocumentNumber.Aggregate(0, (sum, digit) => ((sum * 31) + digit) % 1_000_003) % OneOf == 0)
        {
            status.Employments.Add(new EmploymentStatus { Manner = EmploymentManner.Unit, EmployedOn = new Date { Year = 2020, Month = 8, Day = 3 }, EmployerCode = "UNIT" });
        }

        return status;
    }
}
