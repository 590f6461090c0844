using System.Collections.Concurrent;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.CodeTables.Distribution;

/// <summary>The imported tables as Registration answers them (向失业登记服务读取代码表), with this service's own token.</summary>
/// <remarks>
/// A channel for each replica and the next one when one fails: a channel to the bare name http://registration would look
/// the name up in DNS before the handler that knows the replicas is asked.
/// </remarks>
internal sealed class RegistrationCodeTables(ServiceTokens tokens, IConfiguration configuration, TimeProvider time) : ICodeTableOrigin, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Uri, GrpcChannel> _channels = [];
    private int _turn;

    public string Name => "Registration";

    public async Task<ImportedCodeTables?> LoadAsync(long? known, CancellationToken cancellation)
    {
        var replicas = ServiceAddresses.Of(configuration, "registration");
        if (!tokens.IsConfigured || replicas.Count == 0)
        {
            throw new CodeTablesUnavailableException("Its address or this service's client is not configured.");
        }

        try
        {
            return await AskAsync(replicas[_turn % replicas.Count], known, cancellation);
        }
        catch (RpcException ended) when (cancellation.IsCancellationRequested)
        {
            // A cancelled call ends with a status; whoever cancelled waits for a cancellation.
            throw new OperationCanceledException("Registration was not waited for.", ended, cancellation);
        }
        catch (RpcException outage)
        {
            if (outage.StatusCode == StatusCode.Unauthenticated)
            {
                tokens.Forget();
            }

            _turn = (_turn + 1) % replicas.Count;
            throw new CodeTablesUnavailableException($"It answers {outage.StatusCode}.", outage);
        }
        catch (Exception outage) when (outage is HttpRequestException or JsonException || (outage is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new CodeTablesUnavailableException("There is no token to be had.", outage);
        }
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private async Task<ImportedCodeTables?> AskAsync(Uri replica, long? known, CancellationToken cancellation)
    {
        var request = new ExportCodeTablesRequest();
        if (known is { } held)
        {
            request.KnownVersion = held;
        }

        var client = new CodeTableService.CodeTableServiceClient(_channels.GetOrAdd(replica, address => GrpcChannel.ForAddress(address)));
        var headers = new Metadata { { "authorization", $"Bearer {await tokens.GetAsync(cancellation)}" } };
        using var call = client.ExportCodeTables(request, headers, time.GetUtcNow().UtcDateTime + Patience, cancellation);
        long? version = null;
        var entries = new List<CodeEntry>();
        await foreach (var message in call.ResponseStream.ReadAllAsync(cancellation))
        {
            version = message.Version;
            entries.AddRange(message.Entries.Select(entry => entry.ToEntry()));
        }

        return version is null || version == known ? null : new ImportedCodeTables(version.Value, entries);
    }
}
