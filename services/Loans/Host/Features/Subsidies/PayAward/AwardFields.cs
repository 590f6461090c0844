using Wenye.Contracts.Loans.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Fund = Wenye.Contracts.Payments.V1.Fund;

namespace Wenye.Loans.Features.Subsidies.PayAward;

/// <summary>What is wrong with a division of an award by itself (奖励分配校验).</summary>
internal static class AwardFields
{
    private const int Most = 100;

    // 27号 第十五条  奖励性补助资金: neither what guarantees the loans nor what insures against unemployment.
    private static readonly Fund[] Funds = [Fund.EmploymentSubsidy, Fund.SkillsSpecialAccount, Fund.Entrepreneurship];

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(PayAwardRequest request)
    {
        var faults = new RequestFaults();
        var place = faults.Division(request.Division, "division");
        faults.Demand(place.Level is DivisionLevel.City or DivisionLevel.District, "division", "奖励资金由市或县（市、区）分配，请填写市或县的代码");
        faults.Year(request.Year);
        faults.Demand(Funds.Contains(request.Fund), "fund", "请选择财政部门确定的资金渠道，不能用担保基金和失业保险基金")
            .Demand(
                request.Shares.Count is > 0 and <= Most && request.Shares.DistinctBy(one => one.PartnerId).Count() == request.Shares.Count,
                "shares", $"每次应分配给 1 至 {Most} 个机构，同一机构只填写一次");
        foreach (var (share, i) in request.Shares.Select((share, i) => (share, i + 1)))
        {
            faults.Id(share.PartnerId, $"shares[{i}].partner_id", "机构标识应为经办机构清单中的 UUID，请核对");
            faults.Demand(share.AmountFen > 0, $"shares[{i}].amount_fen", "请填写分配金额，以分为单位，大于 0");
        }

        faults.Demand(request.Handling?.Remarks is { Length: > 0 }, "AAE013", "请写明确定分配方案的依据")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
    }
}
