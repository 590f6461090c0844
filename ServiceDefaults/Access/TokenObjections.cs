using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Wenye.ServiceDefaults;

/// <summary>Why a call counts as anonymous (令牌问题).</summary>
public static class TokenObjections
{
    /// <summary>UNAUTHENTICATED with the reason, or UNAVAILABLE when tokens cannot be judged for now (令牌问题应答).</summary>
    public static async Task<RpcException> OfAsync(HttpContext context)
    {
        // Not a second check: the handler keeps its result for the request, and only it knows why it refused.
        var result = await context.AuthenticateAsync();
        return result.Failure switch
        {
            null => RpcErrors.Unauthenticated("TOKEN_MISSING", "请先取得访问令牌，并以 Bearer 方式随请求提交。"),
            AuthorityUnreachableException => RpcErrors.Unavailable("AUTHORITY_UNREACHABLE", "暂时无法核验令牌，请稍后重试。"),
            SecurityTokenExpiredException => RpcErrors.Unauthenticated("TOKEN_EXPIRED", "访问令牌已过期，请重新取得。"),
            _ => RpcErrors.Unauthenticated("TOKEN_INVALID", "访问令牌无效，请重新取得。"),
        };
    }
}
