namespace Wenye.ServiceDefaults;

/// <summary>Limits on calls (调用限制), configuration section "Grpc".</summary>
public sealed class GrpcLimits
{
    /// <summary>Largest request message in bytes (请求报文上限).</summary>
    public int MaxReceiveBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Largest response message in bytes (应答报文上限).</summary>
    public int MaxSendBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>How long a call with one request and one response may take when its caller set no deadline (缺省时限).</summary>
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for a call that streams (流式调用缺省时限).</summary>
    public TimeSpan DefaultStreamDeadline { get; set; } = TimeSpan.FromMinutes(30);
}
