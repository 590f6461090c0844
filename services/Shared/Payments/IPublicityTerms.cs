using Wenye.Contracts.Payments.V1;

namespace Wenye.Payments;

/// <summary>How long a service's policy makes payments public (公示期限); each paying service answers from its parameters.</summary>
public interface IPublicityTerms
{
    /// <summary>The term of a list that begins on a day (公示工作日数).</summary>
    /// <param name="fund">资金渠道.</param>
    /// <param name="pool">统筹地区, GB/T 2260.</param>
    /// <param name="day">First day of publicity.</param>
    PublicityTerm Of(Fund fund, string pool, DateOnly day);
}

/// <summary>Working days of publicity (公示工作日数) and who asks for them.</summary>
/// <param name="WorkingDays">Working days after the first day.</param>
/// <param name="Source">Document and clause, or that none counts days.</param>
public sealed record PublicityTerm(int WorkingDays, string Source)
{
    /// <summary>Where no document counts days (平台最低公示期): the least of the platform's design.</summary>
    public static PublicityTerm Least { get; } = new(5, "文件未规定天数，按平台最低公示期");
}
