using Wenye.Contracts.Payments.V1;
using Wenye.Payments;

namespace Wenye.Loans.Features.Payments;

/// <summary>How long Loans makes its payments public (公示期限): no document on loans counts days.</summary>
internal sealed class PublicityTerms : IPublicityTerms
{
    public PublicityTerm Of(Fund fund, string pool, DateOnly day) => PublicityTerm.Least;
}
