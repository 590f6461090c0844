using Wenye.Contracts.Payments.V1;
using Wenye.Payments;
using Wenye.Policy;
using Wenye.Training.Domain.Payments;

namespace Wenye.Training.Features.Payments;

/// <summary>How long Training makes its payments public (公示期限), from its parameters.</summary>
internal sealed class PublicityTerms(ParameterSet parameters) : IPublicityTerms
{
    public PublicityTerm Of(Fund fund, string pool, DateOnly day)
    {
        var (days, source) = PublicityPeriod.Of(fund == Fund.SkillsSpecialAccount, parameters.At(Division.Parse(pool), day));
        return new PublicityTerm(days, source);
    }
}
