using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Benchmarks.Bare;

/// <summary>The least a gRPC service can do: answer, and for a submission insert one row. No token, no rule, no event.</summary>
internal sealed class BareService(BareService.Rows rows) : RegistrationService.RegistrationServiceBase
{
    public static Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<Rows>();
        var app = builder.Build();
        app.MapGrpcService<BareService>();
        return app.RunAsync();
    }

    public override Task<GetApplicationResponse> GetApplication(GetApplicationRequest request, ServerCallContext context) =>
        Task.FromResult(new GetApplicationResponse
        {
            Application = new Application { ApplicationId = request.ApplicationId, State = ApplicationState.PendingReview },
        });

    public override async Task<SubmitApplicationResponse> SubmitApplication(SubmitApplicationRequest request, ServerCallContext context)
    {
        var id = await rows.InsertAsync(request, context.CancellationToken);
        return new SubmitApplicationResponse
        {
            Application = new Application { ApplicationId = id.ToString(), State = ApplicationState.PendingReview, Form = request.Form },
        };
    }

    /// <summary>The table of submissions.</summary>
    internal sealed class Rows(IConfiguration configuration) : IAsyncDisposable
    {
        public const string CreateTable = "CREATE TABLE bare (id uuid PRIMARY KEY, request_id text NOT NULL UNIQUE, form bytea NOT NULL)";

        // Opened by the first submission: before the gateway this service needs no database.
        private readonly Lazy<NpgsqlDataSource> _database = new(() => NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("bare")) { MaxAutoPrepare = 10, MaxPoolSize = 30 }));

        public async Task<Guid> InsertAsync(SubmitApplicationRequest request, CancellationToken cancellationToken)
        {
            var id = Guid.CreateVersion7();
            await using var insert = _database.Value.CreateCommand("INSERT INTO bare VALUES ($1, $2, $3)");
            insert.Parameters.AddWithValue(id);
            insert.Parameters.AddWithValue(request.RequestId);
            insert.Parameters.AddWithValue(request.Form.ToByteArray());
            await insert.ExecuteNonQueryAsync(cancellationToken);
            return id;
        }

        public ValueTask DisposeAsync() => _database.IsValueCreated ? _database.Value.DisposeAsync() : ValueTask.CompletedTask;
    }
}
