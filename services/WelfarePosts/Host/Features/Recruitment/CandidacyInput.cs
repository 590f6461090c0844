using System.Globalization;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Recruitment;

/// <summary>What is wrong with candidacies as callers send them (报名校验), and what goes into their files.</summary>
internal static class CandidacyInput
{
    private const int LongestName = 50;
    private const int LongestPhone = 20;

    /// <summary>What is wrong with an application or recommendation (报名、推荐); the id of its post.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static Guid Demand(SubmitCandidacyRequest request, Caller caller)
    {
        var faults = new RequestFaults();
        var post = faults.Id(request.PostId, "post_id", "岗位标识应为招聘公告中的 UUID，请查询后填写");
        faults
            .Demand(request.Source is CandidacySource.Application or CandidacySource.Recommendation, "source", "请选择本人申请或公共就业服务机构推荐")
            .Demand(request.Source != CandidacySource.Recommendation || caller.HandlesPosts(), "source", "推荐由公共就业服务机构办理，本人请选择申请")
            .Demand(
                new StringInfo(request.Name).LengthInTextElements is > 0 and <= LongestName && !request.Name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)),
                "AAC003", $"请填写姓名，不超过 {LongestName} 个字符，不含空格")
            .Demand(request.Phone.Length <= LongestPhone && request.Phone.All(char.IsAsciiDigit), "AAE005", $"联系电话应为不超过 {LongestPhone} 位的数字，没有时不填");
        PostFields.IdNumber(faults, request.IdNumber);
        Evidence(faults, request.Evidence, caller);
        faults.Add(HandledBy.Faults(request.Handling, request.Source == CandidacySource.Recommendation)).ThrowIfAny();
        return post;
    }

    /// <summary>What is wrong with what is supplied (补正).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(SupplyEvidenceRequest request, Caller caller)
    {
        var faults = new RequestFaults().Demand(request.Evidence is not null, "evidence", "请填写补正内容");
        Evidence(faults, request.Evidence, caller);
        faults.Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
    }

    /// <summary>Puts what is stated into the file (记入档案): what is not named stays as it is.</summary>
    public static void Enter(CandidacyFile file, CandidateEvidence? stated)
    {
        if (stated is null)
        {
            return;
        }

        if (stated.Group != HardshipGroup.Unspecified)
        {
            (file.ClaimedGroup, file.GroupSource) = (stated.Group, stated.GroupSource);
        }

        if (stated.FormerRetirementAge != FormerRetirementAge.Unspecified)
        {
            (file.FormerRetirementAge, file.RetirementSource) = (stated.FormerRetirementAge, stated.RetirementSource);
        }

        file.ZeroEmploymentFamily = Of(stated.ZeroEmploymentFamily) ?? file.ZeroEmploymentFamily;
        file.MeetsRequirements = Of(stated.MeetsRequirements) ?? file.MeetsRequirements;
        file.HardToPlace = Of(stated.HardToPlace) ?? file.HardToPlace;
    }

    private static StatedFile? Of(StatedFact? stated) => stated is null ? null : new StatedFile(stated.Holds, stated.Source);

    private static void Evidence(RequestFaults faults, CandidateEvidence? stated, Caller caller)
    {
        if (stated is null)
        {
            return;
        }

        faults
            .Demand(Enum.IsDefined(stated.Group), "evidence.group", "请从接口定义的安置对象群体中选择，不主张时不填")
            .Demand(Enum.IsDefined(stated.FormerRetirementAge), "evidence.former_retirement_age", "请选择五十周岁或五十五周岁，不填表示未证实")
            .Text(stated.GroupSource, "evidence.group_source", required: false)
            .Text(stated.RetirementSource, "evidence.retirement_source", required: false)
            .Text(stated.ZeroEmploymentFamily?.Source ?? "", "evidence.zero_employment_family.source", required: false);
        OfOffice(faults, stated.MeetsRequirements, "evidence.meets_requirements", caller);
        OfOffice(faults, stated.HardToPlace, "evidence.hard_to_place", caller);
    }

    // 38号 七  组织好上岗资格认定、人岗匹配: the office finds these and not the person.
    private static void OfOffice(RequestFaults faults, StatedFact? stated, string field, Caller caller) => faults
        .Demand(stated is null || caller.HandlesPosts(), field, "由经办机构核实后填写，请勿自行申报")
        .Text(stated?.Source ?? "", $"{field}.source", required: false);
}
