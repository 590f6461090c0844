using Wenye.Loans.Domain.Borrowers;
using Wenye.Policy;

namespace Wenye.Loans.Domain.Procedure;

/// <summary>What loans.materials looks at (申请材料的事实): one person, firm or hire. A paper left out is not at hand.</summary>
public sealed record LoanMaterialsFacts : IFacts
{
    private static readonly LoanPaper[] All = Enum.GetValues<LoanPaper>();

    /// <summary>材料主体.</summary>
    public Fact<PaperSubject> Subject { get; init => field = value.Named("subject"); } = Fact.Unproven<PaperSubject>("subject");

    /// <summary>人员类别; not asked of a firm.</summary>
    public Fact<LoanCategory> Category { get; init => field = value.Named("category"); } = Fact.Unproven<LoanCategory>("category");

    /// <summary>已有材料.</summary>
    public IReadOnlyDictionary<LoanPaper, PaperForm> AtHand { get; init; } = new Dictionary<LoanPaper, PaperForm>();

    /// <summary>A paper as it is at hand (材料现状).</summary>
    public Fact<PaperForm> this[LoanPaper paper] =>
        AtHand.TryGetValue(paper, out var form) ? Fact.Known(Term<LoanPaper>.Text(paper), form) : Fact.Unproven<PaperForm>(Term<LoanPaper>.Text(paper));

    /// <summary>Reads the facts by name (读取).</summary>
    public static LoanMaterialsFacts Read(FactSet given) => new()
    {
        Subject = given.Choice<PaperSubject>("subject"),
        Category = given.Choice<LoanCategory>("category"),
        AtHand = All.Select(paper => (paper, form: given.Choice<PaperForm>(Term<LoanPaper>.Text(paper))))
            .Where(one => one.form.IsProven).ToDictionary(one => one.paper, one => one.form.Value),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Subject.Recorded, Category.Recorded, .. All.Select(paper => this[paper].Recorded)];
}

/// <summary>The papers of an application (材料清单), in the order of the annex.</summary>
/// <param name="Papers">Each with whether it is at hand; empty while subject or category are unknown.</param>
public sealed record LoanPapers(IReadOnlyList<(LoanPaper Paper, bool IsAtHand)> Papers) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("papers", PolicyValue.Of([.. Papers.Select(Recorded)]))];

    private static PolicyValue Recorded((LoanPaper Paper, bool IsAtHand) one)
    {
        NamedValue[] entries = [new("paper", PolicyValue.From(one.Paper)), new("at_hand", PolicyValue.Of(one.IsAtHand))];
        return PolicyValue.Of(entries);
    }
}

/// <summary>Are the papers complete (申请材料是否齐备)? What is missing is asked for by name; nothing is refused for it.</summary>
/// <remarks>Pure. The list is given whatever the outcome. Readings: docs/decisions/0062-loan-procedure.md.</remarks>
public static class LoanMaterials
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.materials";

    private static readonly Parameter<bool> OfPerson = Parameter.Rule("loans.papers_person");
    private static readonly Parameter<bool> OfCategory = Parameter.Rule("loans.papers_category");
    private static readonly Parameter<bool> OfAdded = Parameter.Rule("loans.papers_added_category");
    private static readonly Parameter<bool> OfRepresentative = Parameter.Rule("loans.papers_representative");
    private static readonly Parameter<bool> OfStaff = Parameter.Rule("loans.papers_staff");
    private static readonly Parameter<bool> OfHire = Parameter.Rule("loans.papers_hire");
    private static readonly Parameter<bool> OfAccounts = Parameter.Rule("loans.papers_accounts");

    // 27号 附件1一(二)2; who is registered as unemployed, in hardship or from Hong Kong, Macao or Taiwan is asked for no further paper.
    private static readonly Dictionary<LoanCategory, LoanPaper[]> Listed = new()
    {
        [LoanCategory.Veteran] = [LoanPaper.ServiceCertificate],
        [LoanCategory.ReleasedPrisoner] = [LoanPaper.ReleaseCertificate],
        [LoanCategory.Graduate] = [LoanPaper.DiplomaOrStudentCard],
        [LoanCategory.CollegeStudent] = [LoanPaper.DiplomaOrStudentCard],
        [LoanCategory.ReturningMigrant] = [LoanPaper.HouseholdRegister],
        [LoanCategory.RuralEntrepreneur] = [LoanPaper.HouseholdRegister],
        [LoanCategory.OnlineMerchant] = [LoanPaper.PlatformScreenshot],
        [LoanCategory.RegisteredPoor] = [LoanPaper.PovertyCard],
        [LoanCategory.SecondedSpecialist] = [LoanPaper.TitleCertificate, LoanPaper.EmployerOpinion],
    };

    // 25号 一(一)(1)–(4); of (5) and (6) no paper is named.
    private static readonly Dictionary<LoanCategory, LoanPaper[]> Added = new()
    {
        [LoanCategory.IndividualBusinessHit] = [LoanPaper.BusinessLicence],
        [LoanCategory.TaxiOwner] = [LoanPaper.DriverLicence, LoanPaper.CarInvoice, LoanPaper.OperatingRight],
        [LoanCategory.RideHailingDriver] = [LoanPaper.DriverLicence, LoanPaper.TransportCertificate, LoanPaper.CarInvoice, LoanPaper.PlatformProof],
        [LoanCategory.TaxiCompanyFounder] = [LoanPaper.OperatingRight],
    };

    // 27号 附件1二(二)3
    private static readonly LoanCategory[] OfHires = [LoanCategory.Veteran, LoanCategory.ReleasedPrisoner, LoanCategory.Graduate, LoanCategory.RegisteredPoor];

    /// <summary>Decides (认定).</summary>
    public static Decision<LoanPapers> Decide(LoanMaterialsFacts facts, PolicyContext policy)
    {
        var isFirm = facts.Subject is { IsProven: true, Value: PaperSubject.Firm };
        var isHire = facts.Subject is { IsProven: true, Value: PaperSubject.Hire };
        var categories = policy.Get(isHire ? OfHire : OfCategory);
        var examined = Decision.On(Name, facts, policy)
            .When(policy.Get(OfPerson), facts.Subject.IsEstablished())
            .AndIf(!isFirm && facts.Subject.IsProven && categories.IsSet, categories, facts.Category.IsEstablished());
        var papers = facts.Subject.IsProven && (isFirm || facts.Category.IsProven) ? Needed(facts, policy).Where(one => one.Rule.IsSet).ToList() : [];
        foreach (var (paper, rule) in papers)
        {
            examined = examined.And(rule, facts[paper].IsEstablished());
        }

        return examined.Answering(new LoanPapers([.. papers.Select(one => (one.Paper, facts[one.Paper].IsProven))]));
    }

    /// <summary>Whether papers show that someone is of a category (是否凭材料证明类别); else a register or the office does.</summary>
    public static bool ShownByPapers(LoanCategory category) => Listed.ContainsKey(category) || Added.ContainsKey(category);

    private static IEnumerable<(LoanPaper Paper, Dated<bool> Rule)> Needed(LoanMaterialsFacts facts, PolicyContext policy) => facts.Subject.Value switch
    {
        // 27号 附件1二(二)  1．法定代表人身份证。2．企业职工花名册。4．企业财务报表。
        PaperSubject.Firm =>
        [
            (LoanPaper.IdentityCard, policy.Get(OfRepresentative)), (LoanPaper.StaffRoster, policy.Get(OfStaff)),
            (LoanPaper.FinancialStatements, policy.Get(OfAccounts)),
        ],

        // 27号 附件1二(二)3  招用符合条件人员的人员类别证明
        PaperSubject.Hire => OfHires.Contains(facts.Category.Value) ? Listed[facts.Category.Value].Select(paper => (paper, policy.Get(OfHire))) : [],

        // 27号 附件1一(二)  1．申请人居民身份证；2．人员类别证明；25号 一(一)  申请贷款登记时需提供…
        _ =>
        [
            (LoanPaper.IdentityCard, policy.Get(OfPerson)),
            .. Listed.GetValueOrDefault(facts.Category.Value, []).Select(paper => (paper, policy.Get(OfCategory))),
            .. Added.GetValueOrDefault(facts.Category.Value, []).Select(paper => (paper, policy.Get(OfAdded))),
        ],
    };
}
