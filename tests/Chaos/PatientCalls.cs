using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;

namespace Wenye.Chaos;

/// <summary>Calls as a careful client makes them: with a deadline, and again, elsewhere if need be, when it cannot know the outcome.</summary>
internal sealed class PatientCalls(IEnumerable<Uri> replicas, Func<string> token)
{
    private static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly GrpcChannel[] channels = [.. replicas.Select(address => GrpcChannel.ForAddress(address))];
    private int retries;

    /// <summary>Calls repeated so far.</summary>
    public int Retries => retries;

    /// <summary>Makes the call until it is answered; the request is the same each time, its request_id included.</summary>
    /// <exception cref="RpcException">The answer is a refusal, or there was none for three minutes.</exception>
    public async Task<T> CallAsync<T>(Func<CallInvoker, CallOptions, AsyncUnaryCall<T>> call, TimeSpan? deadline = null)
    {
        var started = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var options = new CallOptions(
                new Metadata { { "authorization", $"Bearer {token()}" } }, TimeProvider.System.GetUtcNow().UtcDateTime + (deadline ?? UsualDeadline));
            try
            {
                return await call(channels[attempt % channels.Length].CreateCallInvoker(), options);
            }
            catch (RpcException failure) when (OutcomeIsUnknown(failure.StatusCode) && Stopwatch.GetElapsedTime(started) < Patience)
            {
                Interlocked.Increment(ref retries);
                await Task.Delay(Pause);
            }
        }
    }

    private static bool OutcomeIsUnknown(StatusCode status) => status
        is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.Cancelled or StatusCode.Internal or StatusCode.Unknown;
}
