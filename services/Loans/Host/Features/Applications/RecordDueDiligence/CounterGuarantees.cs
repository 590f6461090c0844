using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Policy;
using DomainKind = Wenye.Loans.Domain.BorrowerKind;
using Exempted = Wenye.Loans.Domain.Guarantee.CounterGuarantee;

namespace Wenye.Loans.Features.Applications.RecordDueDiligence;

/// <summary>Whether a counter-guarantee is needed (免除反担保审核): the guarantor says so, 鲁财金〔2020〕25号 八.</summary>
internal static class CounterGuarantees
{
    private static readonly string[] OfGuarantor = ["recommended_by", "honour_or_prize", "bank_assessed_credit", "steady_second_start"];

    public static Decision<NoOutputs> Decide(Dossier dossier, ExemptionGrounds? grounds, PolicyContext policy) => Exempted.Decide(
        new CounterGuaranteeFacts
        {
            Borrower = (DomainKind)dossier.Row.Kind,
            Amount = Money.FromFen(dossier.Row.RequestedFen),
            RecommendedBy = grounds is null or { RecommendedBy: ProjectRecommender.Unspecified } ? default(Fact<Recommender>) : (Recommender)grounds.RecommendedBy,
            HonourOrPrize = Fact.From(grounds is { HasHonourOrPrize: true } ? grounds.HonourOrPrize : (bool?)null),
            BankAssessedCredit = Fact.From(grounds is { HasBankAssessedCredit: true } ? grounds.BankAssessedCredit : (bool?)null),
            SteadySecondStart = Fact.From(grounds is { HasSteadySecondStart: true } ? grounds.SteadySecondStart : (bool?)null),
        },
        policy);

    /// <summary>What the guarantor left open (未查明事项).</summary>
    public static IEnumerable<MissingFile> Missing(Decision decision) =>
        decision.Missing.Where(OfGuarantor.Contains).Select(fact => new MissingFile(0, 0, Contracts.Loans.V1.LoanPaper.Unspecified, fact, ""));
}
