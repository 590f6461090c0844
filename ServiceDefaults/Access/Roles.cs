using System.Collections.Frozen;

namespace Wenye.ServiceDefaults;

/// <summary>Roles and what each may do (角色与权限). The one place where the two meet.</summary>
public static class Roles
{
    /// <summary>Takes applications in (受理).</summary>
    public const string Intake = "intake";

    /// <summary>Reviews applications (审核).</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Reads figures (统计).</summary>
    public const string Statistician = "statistician";

    /// <summary>Works for the whole province: no division limit (省级).</summary>
    public const string Province = "province";

    private static readonly FrozenDictionary<string, FrozenSet<string>> Granted = new Dictionary<string, FrozenSet<string>>
    {
        [Intake] = ["registration.applications.submit", "registration.applications.read"],
        [Reviewer] = ["registration.applications.read", "registration.applications.review"],
        [Statistician] = ["statistics.counts.read"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether one of the roles grants the permission (是否授权). A role that nobody defined grants nothing.</summary>
    public static bool Grant(IEnumerable<string> roles, string permission) =>
        roles.Any(role => Granted.TryGetValue(role, out var permissions) && permissions.Contains(permission));
}
