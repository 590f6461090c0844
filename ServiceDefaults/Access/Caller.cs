using System.Security.Claims;
using Grpc.Core;

namespace Wenye.ServiceDefaults;

/// <summary>The agency that makes a call, as its token states it (调用机构).</summary>
/// <param name="Agency">Id of the agency (claim <c>agency</c>).</param>
/// <param name="Division">Its GB/T 2260 code, six digits (claim <c>division</c>).</param>
/// <param name="Roles">Its roles (claim <c>roles</c>); see <see cref="Wenye.ServiceDefaults.Roles"/>.</param>
public sealed record Caller(string Agency, string Division, IReadOnlySet<string> Roles)
{
    /// <summary>The caller of a call that passed the access check (当前调用方).</summary>
    public static Caller From(ServerCallContext context) => From(context.GetHttpContext().User);

    internal static Caller From(ClaimsPrincipal user) => new(
        user.FindFirstValue("agency") ?? "",
        user.FindFirstValue("division") ?? "",
        user.FindAll("roles").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal));

    /// <summary>With what the code of every division that the caller may see begins (可见区划前缀); empty: all, null: none.</summary>
    public string? VisiblePrefix =>
        Roles.Contains(Wenye.ServiceDefaults.Roles.Province) ? "" : Area(Division) is { Length: > 0 } own ? own : null;

    /// <summary>Whether the caller may see and change records of a division (是否有权查看).</summary>
    /// <remarks>Its own division and all below it: 370100 covers 370102, 370000 covers both. The role province lifts the limit.</remarks>
    public bool MaySee(string division) => VisiblePrefix is { } prefix && division.StartsWith(prefix, StringComparison.Ordinal);

    /// <summary>Refuses another division's record (拒绝跨区域访问): PERMISSION_DENIED, reason OTHER_DIVISION.</summary>
    public void DemandDivision(string division)
    {
        if (!MaySee(division))
            throw RpcErrors.PermissionDenied("OTHER_DIVISION", "该记录不属于本机构的行政区划，无权办理。");
    }

    // 370000 → 37, 370100 → 3701, 370102 stays; anything that is not six digits covers nothing.
    private static string Area(string division)
    {
        if (division.Length != 6 || !division.All(char.IsAsciiDigit))
            return "";
        while (division.EndsWith("00", StringComparison.Ordinal))
            division = division[..^2];
        return division;
    }
}
