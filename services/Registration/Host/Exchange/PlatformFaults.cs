using System.Globalization;
using System.Text.Json;

namespace Wenye.Registration.Exchange;

/// <summary>Tells a platform that is away from a fault of our own (平台故障).</summary>
internal static class PlatformFaults
{
    /// <summary>What to show operators; null when the platform is not to blame. Never the exception's text, which may quote input.</summary>
    public static string? Describe(Exception failure) => failure switch
    {
        HttpRequestException { StatusCode: { } status } => string.Create(CultureInfo.InvariantCulture, $"部级平台返回状态 {(int)status}"),
        HttpRequestException => "无法连接部级平台",
        HttpIOException or IOException => "与部级平台的连接中断",
        OperationCanceledException => "部级平台未在限定时间内答复",
        JsonException => "部级平台的答复无法识别",
        _ => null,
    };
}
