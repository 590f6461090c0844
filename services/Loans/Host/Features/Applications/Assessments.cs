using Wenye.Loans.Data;
using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Procedure;
using Wenye.Loans.Domain.Terms;
using Wenye.Policy;
using DomainKind = Wenye.Loans.Domain.BorrowerKind;
using LoanUse = Wenye.Loans.Domain.Borrowers.LoanUse;
using PaperForms = System.Collections.Generic.Dictionary<Wenye.Contracts.Loans.V1.LoanPaper, Wenye.Contracts.Loans.V1.LoanPaperForm>;

namespace Wenye.Loans.Features.Applications;

/// <summary>The terms a contract is signed under (合同条件).</summary>
/// <param name="Principal">合同金额.</param>
/// <param name="TermMonths">期限.</param>
/// <param name="AnnualRate">执行年利率.</param>
/// <param name="Tenor">参照期限.</param>
/// <param name="Lpr">Of that tenor on the signing day.</param>
internal sealed record ContractTerms(Money Principal, int TermMonths, decimal AnnualRate, LprTenor Tenor, Fact<decimal> Lpr)
{
    private const decimal BasisPoint = 0.0001m;

    public Fact<decimal> PointsOverLpr => Lpr.Map(lpr => (AnnualRate - lpr) / BasisPoint);
}

/// <summary>Decides an application by every program that governs it (申请认定), on what is established so far.</summary>
/// <remarks>The same programs are run at each party's step: what is not established yet is left to the parties after it.</remarks>
internal sealed class Assessments(LoanHistory history, ParameterSet parameters)
{
    /// <summary>Everything as of a day (逐项认定); the people are held by the caller.</summary>
    /// <param name="dossier">申请.</param>
    /// <param name="day">By whose rules.</param>
    /// <param name="terms">Null: no contract yet, what is asked for counts.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<Assessment> AssessAsync(Dossier dossier, DateOnly day, ContractTerms? terms, CancellationToken cancellation)
    {
        var booked = await history.OfAsync(dossier.Row, cancellation);
        var basis = new Basis(dossier, booked, Policy(dossier, day), terms);
        var assessment = new Assessment();
        if (dossier.IsFirm)
        {
            AssessFirm(assessment, basis);
        }
        else
        {
            AssessPeople(assessment, basis);
        }

        assessment.Add(LoanUses.Decide(new LoanUseFacts { Use = (LoanUse)dossier.Row.Use }, basis.Policy));
        if (terms is not null)
        {
            assessment.Add(LoanRate.Decide(RateFacts(dossier, terms), basis.Policy));
        }

        return assessment;
    }

    /// <summary>The rules of the application's place on a day (当地当日政策).</summary>
    public PolicyContext Policy(Dossier dossier, DateOnly day) => parameters.At(Division.Parse(dossier.Row.Division), day);

    private static void AssessPeople(Assessment assessment, Basis basis)
    {
        var people = basis.Dossier.People.Zip(basis.Dossier.File.People).Select((one, i) => (Facts: BorrowerEvidence.FactsOf(one.First, one.Second, basis.Policy), File: one.Second, Position: i + 1)).ToList();
        foreach (var (_, file, position) in people)
        {
            assessment.Add(BorrowerEvidence.Materials(PaperSubject.Person, file.Category, file.Papers, basis.Policy), position);
        }

        var partners = people.Skip(1).Select(one => assessment.Add(PartnerQualification.Decide(one.Facts, basis.Policy), one.Position)).ToList();
        var (signer, first, _) = people[0];
        var qualify = partners.Exists(one => one.Outcome == Outcome.Refused) ? false : partners.TrueForAll(one => one.Outcome == Outcome.Granted) ? true : default(bool?);
        assessment.Add(
            PersonalLoan.Decide(
                new PersonalLoanFacts
                {
                    Borrower = signer,
                    PriorLoans = basis.Prior(1, first.Prior),
                    Partners = people.Count,
                    AllPartnersQualify = Fact.From(qualify),
                    RequestedAmount = basis.Amount,
                    TermMonths = basis.TermMonths,
                    RateBpOverLpr = basis.Terms?.PointsOverLpr ?? default,
                },
                basis.Policy),
            1);
        foreach (var (_, file, position) in people)
        {
            AssessRepeat(assessment, basis, DomainKind.Personal, position, file.Prior, file.HitByEpidemic);
            assessment.Add(SameOwner.Decide(new SameOwnerFacts { OtherKindRunning = basis.Booked[position].OtherKindRunning }, basis.Policy), position);
        }
    }

    private static void AssessFirm(Assessment assessment, Basis basis)
    {
        var (firm, policy) = (basis.Dossier.File.Firm!, basis.Policy);
        assessment.Add(BorrowerEvidence.Materials(PaperSubject.Firm, Contract.BorrowerCategory.Unspecified, PapersOfFirm(basis.Dossier.File), policy));
        foreach (var (hire, number) in firm.Hires.Select((hire, i) => (hire, i + 1)))
        {
            assessment.Add(BorrowerEvidence.Materials(PaperSubject.Hire, hire.Category, hire.Papers, policy), hire: number);
        }

        var hires = HireEvidence.Of(basis.Dossier.Row, firm.Hires, policy);
        var facts = new EnterpriseLoanFacts
        {
            Size = firm.Size == Contract.LoanFirmSize.Unspecified ? default(Fact<LoanFirmSize>) : (LoanFirmSize)firm.Size,
            Employees = Fact.From(firm.Employees),
            ContractsAtLeast1y = hires.Proven > 0 ? true : default(Fact<bool>),
            GoodCredit = Fact.From(firm.GoodCredit),
            GoodRepute = Fact.From(firm.GoodRepute),
            WageOrInsuranceArrears = Fact.From(firm.Arrears),
            PriorLoans = basis.Prior(0, firm.Prior),
            RequestedAmount = basis.Amount,
            TermMonths = basis.TermMonths,
            SameOwnerHasPersonalLoan = basis.Booked[1].OtherKindRunning,
        };
        var required = EnterpriseLoan.Decide(facts, policy).Result?.RequiredHires;
        assessment.Add(EnterpriseLoan.Decide(facts with { QualifyingHires = hires.Established(required, firm.Hires.Count > 0) }, policy));
        AssessRepeat(assessment, basis, DomainKind.Enterprise, 0, firm.Prior, hit: null);
    }

    // 27号 第九条: asked only of whom had such a loan.
    private static void AssessRepeat(Assessment assessment, Basis basis, DomainKind kind, int position, PriorFile? stated, bool? hit)
    {
        var booked = basis.Booked[position];
        if (booked.Prior == 0 && stated is not { Count: > 0 })
        {
            return;
        }

        assessment.Add(
            RepeatLoan.Decide(
                new RepeatLoanFacts
                {
                    Borrower = kind,
                    PriorLoans = basis.Prior(position, stated),
                    Repaid = Fact.From(!booked.Settled ? false : stated is { Count: > 0 } ? stated.Repaid : true),
                    RepaidInTime = Fact.From(!booked.InTime ? false : stated is { Count: > 0 } ? stated.RepaidInTime : true),
                    WellRated = Fact.From(basis.Dossier.File.WellRated),
                    HitByEpidemic = Fact.From(hit),
                },
                basis.Policy),
            position);
    }

    private static PaperForms PapersOfFirm(ApplicationFile file)
    {
        var papers = new PaperForms(file.Firm!.Papers);
        if (file.People[0].Papers.TryGetValue(Contract.LoanPaper.IdentityCard, out var card))
        {
            papers[Contract.LoanPaper.IdentityCard] = card;
        }

        return papers;
    }

    private static LoanRateFacts RateFacts(Dossier dossier, ContractTerms terms) => new()
    {
        Borrower = (DomainKind)dossier.Row.Kind,
        TermMonths = terms.TermMonths,
        ReferenceTenor = terms.Tenor,
        Lpr = terms.Lpr,
        AnnualRate = terms.AnnualRate,
    };

    private sealed record Basis(Dossier Dossier, IReadOnlyList<BookedLoans> Booked, PolicyContext Policy, ContractTerms? Terms)
    {
        public Money Amount => Terms?.Principal ?? Money.FromFen(Dossier.Row.RequestedFen);

        public int TermMonths => Terms?.TermMonths ?? Dossier.Row.TermMonths;

        /// <summary>Loans so far: ours and those before this platform; open while nobody stated the latter.</summary>
        public Fact<int> Prior(int position, PriorFile? stated) => stated is null ? default(Fact<int>) : Booked[position].Prior + stated.Count;
    }
}
