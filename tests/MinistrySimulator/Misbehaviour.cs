namespace Wenye.MinistrySimulator;

/// <summary>How the platform is to fail (故障设置), for whoever exchanges; people are always served.</summary>
public sealed class Misbehaviour
{
    private int refuse;
    private int drop;
    private int dropAfterTaking;
    private int hangAfterTaking;

    /// <summary>No connection is answered.</summary>
    public bool Down { get; set; }

    /// <summary>Which calls are cut off before they have an effect, while it is set.</summary>
    public Func<HttpRequest, bool>? DropWhen { get; set; }

    /// <summary>How long every answer takes.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Answers the next calls with 503, without an effect.</summary>
    public int Refuse { set => refuse = value; }

    /// <summary>Cuts the next calls off before they have an effect.</summary>
    public int Drop { set => drop = value; }

    /// <summary>Takes the next uploads and cuts them off without an answer.</summary>
    public int DropAfterTaking { set => dropAfterTaking = value; }

    /// <summary>Takes the next uploads and never answers.</summary>
    public int HangAfterTaking { set => hangAfterTaking = value; }

    internal async ValueTask<object?> BeforeAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (Slowness > TimeSpan.Zero)
        {
            await Task.Delay(Slowness, http.RequestAborted);
        }

        if (Down || DropWhen?.Invoke(http.Request) == true || Next(ref drop))
        {
            http.Abort();
            return null;
        }

        return Next(ref refuse) ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : await next(call);
    }

    internal async ValueTask<object?> AfterUploadAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var answer = await next(call);
        if (Next(ref dropAfterTaking))
        {
            call.HttpContext.Abort();
        }
        else if (Next(ref hangAfterTaking))
        {
            // Until the caller gives up.
            await Task.Delay(Timeout.InfiniteTimeSpan, call.HttpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return answer;
    }

    private static bool Next(ref int left)
    {
        if (Interlocked.Decrement(ref left) >= 0)
        {
            return true;
        }

        Interlocked.Increment(ref left);
        return false;
    }
}
