using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Wenye.ServiceDefaults;

namespace Wenye.Gateway.RateLimits;

/// <summary>How many requests an agency may make (限流), configuration section RateLimits. Each gateway replica counts for itself.</summary>
internal sealed class AgencyRateLimits
{
    /// <summary>Requests per second of an agency with a valid token (每机构每秒请求数).</summary>
    public int AgencyPerSecond { get; set; } = 10_000;

    /// <summary>Requests per second of an address without a valid token (匿名地址每秒请求数): token requests, wrong tokens.</summary>
    public int AnonymousPerSecond { get; set; } = 100;

    /// <summary>How many seconds' worth may come at once (突发倍数).</summary>
    public int BurstSeconds { get; set; } = 2;
}

/// <summary>Rate limits as ASP.NET Core's limiter enforces them (限流).</summary>
internal static class RateLimitExtensions
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Configuration.GetSection("RateLimits").Get<AgencyRateLimits>() ?? new AgencyRateLimits();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.FindFirst("agency")?.Value is { Length: > 0 } agency
                    ? Bucket($"agency {agency}", limits.AgencyPerSecond, limits.BurstSeconds)
                    : Bucket($"address {context.Connection.RemoteIpAddress}", limits.AnonymousPerSecond, limits.BurstSeconds));
            limiter.OnRejected = (rejected, _) =>
            {
                Refuse(rejected);
                return ValueTask.CompletedTask;
            };
        });
    }

    private static RateLimitPartition<string> Bucket(string key, int perSecond, int burstSeconds) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            // Refilled ten times a second where the rate allows it, so that a caller need not wait for the full second.
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = perSecond >= 10 ? Period : TimeSpan.FromSeconds(1.0 / perSecond),
            TokenLimit = Math.Max(1, perSecond * burstSeconds),
        });

    private static void Refuse(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Period;
        var response = rejected.HttpContext.Response;
        if (rejected.HttpContext.Request.IsGrpc())
        {
            response.AnswerWith(RpcErrors.ResourceExhausted("RATE_LIMITED", "本机构请求过于频繁，请稍后重试。", wait));
            return;
        }

        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }
}
