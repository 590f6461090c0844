using Wenye.Policy;

namespace Wenye.WelfarePosts.Domain.Recruitment;

/// <summary>How long those to be placed are made public (拟聘人员公示期).</summary>
/// <remarks>第十一条(三) asks for publicity and counts no days; a city may. Readings: docs/decisions/0071-welfare-post-procedure.md.</remarks>
public static class HirePublicity
{
    // 36号 第十一条(三)  对拟聘人员向社会进行公示，公示无异议的按规定签订相关合同或协议
    private static readonly Parameter<int> CityDays = Parameter.Count("welfare_posts.hire_publicity_working_days", Unit.WorkingDays);

    /// <summary>Working days after the first one, as the city set them (公示工作日数); not set: no document counts any.</summary>
    public static Dated<int> WorkingDays(PolicyContext policy) => policy.Get(CityDays);
}
