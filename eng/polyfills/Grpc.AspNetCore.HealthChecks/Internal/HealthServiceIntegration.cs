using Grpc.Core;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks.Internal;

/// <summary>The health service as it is mapped: checks when asked, watches what is published, ends with the application.</summary>
internal sealed class HealthServiceIntegration(
    HealthServiceImpl published,
    HealthCheckService checks,
    IOptions<HealthCheckOptions> checkOptions,
    IOptions<GrpcHealthChecksOptions> options,
    IHostApplicationLifetime lifetime) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        if (options.Value.UseHealthChecksCache)
        {
            return await published.Check(request, context);
        }

        var state = await CheckNowAsync(request.Service, context.CancellationToken);
        return state == HealthCheckResponse.Types.ServingStatus.ServiceUnknown
            ? throw new RpcException(new Status(StatusCode.NotFound, ""))
            : new HealthCheckResponse { Status = state };
    }

    public override async Task Watch(HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        var responses = options.Value.UseHealthChecksCache
            ? responseStream
            : new FirstCheckedWriter(responseStream, () => CheckNowAsync(request.Service, context.CancellationToken));
        if (options.Value.SuppressCompletionOnShutdown)
        {
            await published.Watch(request, responses, context);
            return;
        }

        // An open call would keep the server from stopping.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await published.Watch(request, responses, new EndingCallContext(context, end.Token));
        if (!context.CancellationToken.IsCancellationRequested)
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.NotServing });
        }
    }

    private async Task<HealthCheckResponse.Types.ServingStatus> CheckNowAsync(string service, CancellationToken cancellationToken)
    {
        if (!options.Value.Services.TryGet(service, out var mapping))
        {
            return HealthCheckResponse.Types.ServingStatus.ServiceUnknown;
        }

        var report = await checks.CheckHealthAsync(
            check => checkOptions.Value.Predicate?.Invoke(check) != false && mapping.Includes(check.Name, check.Tags),
            cancellationToken);
        return ServingState.Of(report.Entries);
    }

    /// <summary>Replaces the first response, which may be old, by a check made now.</summary>
    private sealed class FirstCheckedWriter(
        IServerStreamWriter<HealthCheckResponse> inner,
        Func<Task<HealthCheckResponse.Types.ServingStatus>> check) : IServerStreamWriter<HealthCheckResponse>
    {
        private bool _checked;

        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public async Task WriteAsync(HealthCheckResponse message)
        {
            var response = _checked ? message : new HealthCheckResponse { Status = await check() };
            _checked = true;
            await inner.WriteAsync(response);
        }
    }
}
