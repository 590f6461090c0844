using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Claim = Wenye.Training.Data.Claim;

namespace Wenye.Training.Features.Claims.ReviewClaim;

/// <summary>Lines that the review could not confirm (审核不予认定): they are not paid, whatever their decision.</summary>
internal static class Rejections
{
    public static IEnumerable<FieldError> Faults(ReviewClaimRequest request)
    {
        for (var i = 0; i < request.Rejected.Count; i++)
        {
            if (request.Rejected[i].Reason.Length is 0 or > ClaimInput.LongestReason || string.IsNullOrWhiteSpace(request.Rejected[i].Reason))
            {
                yield return new(string.Create(CultureInfo.InvariantCulture, $"rejected[{i + 1}].reason"), $"请写明不予认定的理由，不超过{ClaimInput.LongestReason}个字符");
            }
        }
    }

    /// <summary>Marks the lines (标记).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when the claim has no such line.</exception>
    public static void Apply(Claim claim, IReadOnlyList<RejectedClaimLine> rejected)
    {
        var lines = claim.Lines.ToDictionary(line => line.Line);
        var unknown = new RequestFaults();
        for (var i = 0; i < rejected.Count; i++)
        {
            unknown.Demand(lines.ContainsKey(rejected[i].Line), string.Create(CultureInfo.InvariantCulture, $"rejected[{i + 1}].line"), "该申领没有此行，请按申领查询结果填写");
            if (lines.TryGetValue(rejected[i].Line, out var line))
            {
                line.RejectedBecause = rejected[i].Reason;
            }
        }

        unknown.ThrowIfAny();
    }
}
