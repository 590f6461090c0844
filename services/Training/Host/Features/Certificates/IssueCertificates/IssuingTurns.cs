namespace Wenye.Training.Features.Certificates.IssueCertificates;

/// <summary>How many batches a process numbers at once (同时赋号批次数); the rest wait without a connection.</summary>
/// <remarks>
/// Batches of one institution follow each other anyway. A batch holds a connection from its first look to its commit: a morning on
/// which every institution issues would else take the whole pool, and who verifies a certificate meanwhile would wait.
/// </remarks>
internal sealed class IssuingTurns : IDisposable
{
    private const int AtOnce = 4;

    private readonly SemaphoreSlim free = new(AtOnce);

    /// <summary>Waits for a turn; disposed, it goes to the next.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        return new Turn(free);
    }

    public void Dispose() => free.Dispose();

    private sealed class Turn(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
