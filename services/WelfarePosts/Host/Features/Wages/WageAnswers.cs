using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>Statements as callers see them (标准应答).</summary>
internal static class WageAnswers
{
    /// <summary>What was stated (标准).</summary>
    public static WageStatement ToContract(this Wage wage) => new()
    {
        Kind = wage.Kind,
        Division = wage.Division,
        Tier = wage.Tier,
        From = wage.From.ToContract(),
        MonthlyFen = wage.MonthlyFen,
        HourlyFen = wage.HourlyFen,
        Document = wage.Document,
    };
}
