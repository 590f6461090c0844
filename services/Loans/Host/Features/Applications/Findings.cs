using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Applications;

/// <summary>What the party at whose step an application is must establish itself (本机构查明事项).</summary>
internal static class Findings
{
    /// <summary>Refuses to go on without it (须查明).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION FINDINGS_MISSING, each fact by its name.</exception>
    public static void DemandAll(IReadOnlyList<MissingFile> open)
    {
        if (open.Count > 0)
        {
            throw RpcErrors.FailedPrecondition(
                "FINDINGS_MISSING", "还有应查明的事项未填写，请填写后再办理",
                [.. open.Select(item => new FieldError(FieldOf(item), "请填写查明的情况"))]);
        }
    }

    private static string FieldOf(MissingFile item)
    {
        var name = item.Fact.Length > 0 ? item.Fact : item.Paper.ToString();
        return item.Person > 0 ? $"{name}[person={item.Person}]" : item.Hire > 0 ? $"{name}[hire={item.Hire}]" : name;
    }
}
