using Grpc.Core;

namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Links two tokens for as long as a call runs, so that a long-lived one does not collect links.</summary>
internal sealed class TokenLink(CancellationToken server, CancellationToken own) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(server, own);

    public CancellationToken Token => _source.Token;

    public void Dispose() => _source.Dispose();

    public Action After(IDisposable call) => () =>
    {
        call.Dispose();
        Dispose();
    };

    public async Task<T> UntilDone<T>(Task<T> response)
    {
        using (this)
        {
            return await response.ConfigureAwait(false);
        }
    }
}

/// <summary>A response stream that ends the link with itself.</summary>
internal sealed class LinkedReader<T>(IAsyncStreamReader<T> inner, TokenLink link) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        var more = false;
        try
        {
            return more = await inner.MoveNext(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!more)
            {
                link.Dispose();
            }
        }
    }
}
