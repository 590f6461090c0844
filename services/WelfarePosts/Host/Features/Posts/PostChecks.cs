using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.WelfarePosts.Features.Posts;

/// <summary>What is wrong with what is told of a post (岗位信息校验). What only a policy forbids is decided, not refused here.</summary>
internal static class PostChecks
{
    public const int MostPlaces = 10_000;
    public const int MostMonths = 60;
    private const int LongestText = 500;
    private const int VillageCodeLength = 12;

    /// <summary>A post that is proposed (申报).</summary>
    public static RequestFaults Post(this RequestFaults faults, Contract.Post post, PostFields fields)
    {
        faults
            .Demand(post.PostId.Length == 0, "post_id", "标识由系统给出，请留空")
            .Demand(post.State == PostState.Unspecified && post.ProposedOn is null && post.Vacancies == 0, "state", "状态、申报日期和空缺由系统给出，请留空");
        var place = fields.Place(faults, post.Division);
        var isVillage = post.VillageCode.Length == VillageCodeLength && post.VillageCode.All(char.IsAsciiDigit) && post.VillageCode.StartsWith(post.Division, StringComparison.Ordinal);
        return faults
            .Demand(place.Level is DivisionLevel.District or DivisionLevel.Nation, "division", "岗位应在县级及以下（鲁人社字〔2020〕36号 第六条），请填写县（市、区）的代码")
            .Demand(
                isVillage || (post.VillageCode.Length == 0 && post.Kind != PostKind.Rural), "village_code",
                "请填写村（社区）的 12 位统计用区划代码，前 6 位与岗位所在县一致；不属于村（社区）的城镇岗位请留空")
            .Demand(post.Kind != PostKind.Unspecified && Enum.IsDefined(post.Kind), "kind", "请选择城镇、乡村或临时性城镇岗位")
            .Demand(post.Duty != PostDuty.Unspecified && Enum.IsDefined(post.Duty), "duty", "请从接口定义的岗位类型中选择")
            .Demand(post.WorkingTime != WorkingTime.Unspecified && Enum.IsDefined(post.WorkingTime), "working_time", "请选择全日制或非全日制")
            .Demand(post.Sector != PostSector.Unspecified && Enum.IsDefined(post.Sector), "sector", "请选择第一、第二或第三产业")
            .Demand(!post.HasVillageBurdened || post.Kind == PostKind.Rural, "village_burdened", "只有乡村岗位填写，其他请不填")
            .Demand(
                post.Kind == PostKind.UrbanTemporary ? post.Months is >= 0 and <= MostMonths : post.Months == 0, "months",
                $"临时性岗位在岗月数应为 1 至 {MostMonths}，未定时填 0；其他岗位请不填")
            .Demand(post.Places is >= 1 and <= MostPlaces, "places", $"岗位数应为 1 至 {MostPlaces}")
            .Texts(post.Texts ?? new PostTexts());
    }

    /// <summary>What is announced (公告内容).</summary>
    public static RequestFaults Texts(this RequestFaults faults, PostTexts texts) => faults
        .Text(texts.Title, "title")
        .Text(texts.Duties, "duties", LongestText, required: false)
        .Text(texts.Requirements, "requirements", LongestText, required: false)
        .Text(texts.Pay, "pay", LongestText, required: false)
        .Text(texts.Workplace, "workplace", LongestText, required: false)
        .Text(texts.Hours, "hours", LongestText, required: false)
        .Text(texts.Period, "period", LongestText, required: false);
}
