using System.Collections.Concurrent;
using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;

namespace Wenye.ServiceDefaults;

/// <summary>Calls to another service of the platform (服务间调用), with this service's own token: one replica at a time, the next one when one fails.</summary>
/// <param name="service">Its name, for example "registration".</param>
/// <param name="patience">How long it is waited for, the token included.</param>
/// <param name="tokens">This service's own.</param>
/// <param name="configuration">Where services are, see <see cref="ServiceAddresses"/>.</param>
/// <remarks>
/// A channel for each replica: one to the bare name http://registration would look the name up in DNS before the handler that knows
/// the replicas is asked. Made once for a process; calls may run at the same time.
/// </remarks>
public sealed class ServiceCalls(string service, TimeSpan patience, ServiceTokens tokens, IConfiguration configuration) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, GrpcChannel> channels = [];
    private int turn;

    /// <summary>How many replicas are known (副本数); an attempt at each of them has tried all.</summary>
    public int Replicas => ServiceAddresses.Of(configuration, service).Count;

    /// <summary>Asks once (调用一次); after a failure the next call asks the next replica, with a new token if this one was not accepted.</summary>
    /// <exception cref="ServiceUnavailableException">It did not answer, or not with what was asked.</exception>
    /// <exception cref="OperationCanceledException">Whoever asked did not wait.</exception>
    public Task<T> AskAsync<T>(Func<CallInvoker, CancellationToken, Task<T>> ask, CancellationToken cancellation) => tokens.IsConfigured
        ? AskAsync(ask, tokens.GetAsync, cancellation)
        : throw new ServiceUnavailableException("This service's client is not configured.");

    /// <summary>The same with a token of somebody else (代为调用), for whom this process only passes the question on.</summary>
    /// <exception cref="ServiceUnavailableException">As above.</exception>
    /// <exception cref="OperationCanceledException">As above.</exception>
    public async Task<T> AskAsync<T>(
        Func<CallInvoker, CancellationToken, Task<T>> ask, Func<CancellationToken, Task<string>> token, CancellationToken cancellation)
    {
        var replicas = ServiceAddresses.Of(configuration, service);
        if (replicas.Count == 0)
        {
            throw new ServiceUnavailableException("Its address is not configured.");
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        var asked = Volatile.Read(ref turn);
        try
        {
            return await ask(Calls(replicas[(int)((uint)asked % (uint)replicas.Count)], await token(waiting.Token)), waiting.Token);
        }
        catch (Exception ended) when (cancellation.IsCancellationRequested && ended is RpcException or OperationCanceledException)
        {
            // A cancelled call ends with a status; whoever cancelled waits for a cancellation.
            throw new OperationCanceledException("The answer was not waited for.", ended, cancellation);
        }
        catch (RpcException outage)
        {
            if (outage.StatusCode == StatusCode.Unauthenticated)
            {
                tokens.Forget();
            }

            // Calls that failed together move on once.
            Interlocked.CompareExchange(ref turn, asked + 1, asked);
            throw new ServiceUnavailableException($"It answers {outage.StatusCode}.", outage);
        }
        catch (Exception outage) when (outage is HttpRequestException or JsonException or OperationCanceledException)
        {
            throw new ServiceUnavailableException("There is no token to be had.", outage);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in channels.Values)
        {
            channel.Dispose();
        }
    }

    private CallInvoker Calls(Uri replica, string token) =>
        channels.GetOrAdd(replica, address => GrpcChannel.ForAddress(address)).CreateCallInvoker().Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
}

/// <summary>Another service does not answer for now (其他服务暂不可用). The message says what was seen, for logs.</summary>
public sealed class ServiceUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
