using System.Globalization;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.WorkTraining.ReviewClaim;

/// <summary>Lines that the review could not confirm (审核不予认定): they do not count, whatever their decision.</summary>
internal static class Rejections
{
    private const int ReasonLength = 100;

    public static IEnumerable<FieldError> Faults(ReviewClaimRequest request)
    {
        for (var i = 0; i < request.Rejected.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"rejected[{i + 1}]");
            var line = request.Rejected[i];
            if (!YearMonth.TryParse(line.Month, out _))
            {
                yield return new($"{path}.month", "申领月份应为 YYYY-MM");
            }

            if (line.Reason.Length is 0 or > ReasonLength || string.IsNullOrWhiteSpace(line.Reason))
            {
                yield return new($"{path}.reason", $"请写明不予认定的理由，不超过{ReasonLength}个字符");
            }
        }
    }

    /// <summary>Marks the lines (标记).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when the claim has no such line.</exception>
    public static void Apply(TrainingClaim claim, IReadOnlyList<RejectedLine> rejected)
    {
        var unknown = new RequestFaults();
        for (var i = 0; i < rejected.Count; i++)
        {
            var line = rejected[i];
            var month = YearMonth.Parse(line.Month).FirstDay;
            var person = claim.Months.SingleOrDefault(one => one.Month == month)?.Roster.SingleOrDefault(one => one.Line == line.Line);
            unknown.Demand(person is not null, string.Create(CultureInfo.InvariantCulture, $"rejected[{i + 1}].line"), "该申领没有此月份和行号的人员，请按申领查询结果填写");
            if (person is not null)
            {
                person.RejectedBecause = line.Reason;
            }
        }

        unknown.ThrowIfAny();
    }
}
