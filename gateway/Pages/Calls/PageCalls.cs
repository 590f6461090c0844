using System.Collections.Concurrent;
using Grpc.Core;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.Pages.Calls;

/// <summary>Calls to services for what pages show (页面数据调用).</summary>
internal sealed class PageCalls(ServiceTokens tokens, IConfiguration configuration) : IDisposable
{
    // A page that has waited this long says so; whoever looks can try again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, ServiceCalls> services = new(StringComparer.Ordinal);

    /// <summary>Asks a service with the gateway's own token (以网关身份查询).</summary>
    /// <exception cref="ServiceUnavailableException">It did not answer, or not with what was asked.</exception>
    public Task<T> AskAsync<T>(string service, Func<CallInvoker, CancellationToken, Task<T>> ask, CancellationToken cancellation) =>
        Of(service).AskAsync(ask, cancellation);

    /// <summary>Asks with the token of whoever looks (以查看人身份查询); null: the gateway's own.</summary>
    /// <exception cref="ServiceUnavailableException">As above.</exception>
    public Task<T> AskAsync<T>(string service, string? token, Func<CallInvoker, CancellationToken, Task<T>> ask, CancellationToken cancellation) =>
        token is null ? Of(service).AskAsync(ask, cancellation) : Of(service).AskAsync(ask, _ => Task.FromResult(token), cancellation);

    public void Dispose()
    {
        foreach (var service in services.Values)
        {
            service.Dispose();
        }
    }

    private ServiceCalls Of(string service) => services.GetOrAdd(service, name => new ServiceCalls(name, Patience, tokens, configuration));
}
