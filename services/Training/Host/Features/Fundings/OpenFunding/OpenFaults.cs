using System.Globalization;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Fundings.OpenFunding;

/// <summary>What may be wrong with a funding to be opened (资金安排校验).</summary>
internal static class OpenFaults
{
    private const int MostClasses = 100;
    private const int MostTargets = 9;
    private const int LongestNumber = 64;
    private const long MostFen = 1_000_000_000_000;
    private const string NotHere = "该项不属于此种资金安排，请不填";

    /// <summary>Every fault of the request as far as it can be judged alone (校验).</summary>
    /// <returns>Its classes, in the order of their ids.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static Guid[] Demand(OpenFundingRequest request)
    {
        var faults = new RequestFaults();
        faults.Demand(Enum.IsDefined(request.Kind) && request.Kind != FundingKind.Unspecified, "kind", "请选择项目制培训、分期预拨、预拨或企业新型学徒制")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true));
        var ids = request.Kind == FundingKind.Apprenticeship ? Plan(faults, request) : Classes(faults, request);
        faults.ThrowIfAny();
        return ids;
    }

    private static Guid[] Classes(RequestFaults faults, OpenFundingRequest request)
    {
        faults.Id(request.InstitutionId, "institution_id", "培训主体标识应为备案时返回的 UUID，请从培训机构目录查询后填写");
        var most = request.Kind == FundingKind.Tranches ? 1 : MostClasses;
        faults.Demand(
            request.ClassIds.Count >= 1 && request.ClassIds.Count <= most && request.ClassIds.Distinct().Count() == request.ClassIds.Count,
            "class_ids", request.Kind == FundingKind.Tranches ? "分期预拨以一个班级为单位，请填写一个班级" : $"请填写 1 至 {MostClasses} 个班级，不应重复");
        var ids = request.ClassIds.Select((text, index) => faults.Id(text, Item("class_ids", index), "班级标识应为开班计划时返回的 UUID，请从班级清单查询后填写")).Order().ToArray();
        Project(faults, request, request.Kind == FundingKind.Project);
        faults
            .Demand(
                request.Kind == FundingKind.Advance ? request.RequestedFen is > 0 and <= MostFen : request.RequestedFen == 0,
                "requested_fen", request.Kind == FundingKind.Advance ? "申请预拨金额以分为单位，应大于零且不超过 100 亿元" : NotHere)
            .Demand(request.Kind == FundingKind.Advance || !request.HasEpidemicPeriod, "epidemic_period", NotHere)
            .Demand(request.Firm is null, "firm", NotHere)
            .Demand(request.Apprentices.Count == 0, "apprentices", NotHere);
        return ids;
    }

    private static void Project(RequestFaults faults, OpenFundingRequest request, bool isProject) => faults
        .Demand(
            isProject ? request.ContractNumber.Trim().Length is >= 1 and <= LongestNumber && !request.ContractNumber.Any(char.IsControl) : request.ContractNumber.Length == 0,
            "contract_number", isProject ? $"合同编号应为 1 至 {LongestNumber} 个字符" : NotHere)
        .Demand(
            isProject ? request.ContractFen is > 0 and <= MostFen : request.ContractFen == 0,
            "contract_fen", isProject ? "合同金额以分为单位，应大于零且不超过 100 亿元" : NotHere)
        .Demand(
            isProject
                ? request.Targets.Count is >= 1 and <= MostTargets && request.Targets.All(one => Enum.IsDefined(one) && one != ProjectTarget.Unspecified) && request.Targets.Distinct().Count() == request.Targets.Count
                : request.Targets.Count == 0,
            "targets", isProject ? "请选择项目制培训对象，至少一类，不应重复" : NotHere);

    private static Guid[] Plan(RequestFaults faults, OpenFundingRequest request)
    {
        faults
            .Demand(request.InstitutionId.Length == 0, "institution_id", NotHere)
            .Demand(request.ClassIds.Count == 0, "class_ids", NotHere)
            .Demand(request.RequestedFen == 0, "requested_fen", NotHere)
            .Demand(!request.HasEpidemicPeriod, "epidemic_period", NotHere);
        Project(faults, request, isProject: false);
        ApprenticePlanFaults.Add(faults, request);
        return [];
    }

    /// <summary>A field of an item, which callers count from 1.</summary>
    public static string Item(string list, int index, string field = "") =>
        string.Create(CultureInfo.InvariantCulture, $"{list}[{index + 1}]{(field.Length > 0 ? "." : "")}{field}");
}
