using Wenye.Contracts.Payments.V1;
using Wenye.Payments;

namespace Wenye.WelfarePosts.Features.Payments;

/// <summary>How long Welfare-Posts makes its payments public (公示期限): no document on posts counts days.</summary>
internal sealed class PublicityTerms : IPublicityTerms
{
    public PublicityTerm Of(Fund fund, string pool, DateOnly day) => PublicityTerm.Least;
}
