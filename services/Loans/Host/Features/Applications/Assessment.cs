using Wenye.Loans.Data;
using Wenye.Loans.Domain.Procedure;
using Wenye.Policy;

namespace Wenye.Loans.Features.Applications;

/// <summary>Everything decided of an application at one moment (逐项认定).</summary>
internal sealed class Assessment
{
    /// <summary>Facts that guarantor and bank establish, 鲁财金〔2020〕25号 八; that follow from other decisions; or of the other ground for a further loan.</summary>
    public static readonly IReadOnlySet<string> AfterOffice = new HashSet<string>(StringComparer.Ordinal)
    {
        "good_credit", "good_repute", "other_loans", "spouse_other_loans", "rate_bp_over_lpr", "all_partners_qualify", "well_rated", "hit_by_epidemic", "repaid_in_time",
    };

    /// <summary>Facts that the bank and the contract establish.</summary>
    public static readonly IReadOnlySet<string> AfterGuarantor = new HashSet<string>(StringComparer.Ordinal)
    {
        "good_credit", "good_repute", "other_loans", "spouse_other_loans", "rate_bp_over_lpr", "all_partners_qualify",
    };

    /// <summary>What only the contract states.</summary>
    public static readonly IReadOnlySet<string> AfterBank = new HashSet<string>(StringComparer.Ordinal) { "rate_bp_over_lpr", "all_partners_qualify" };

    /// <summary>Nothing is left to later.</summary>
    public static readonly IReadOnlySet<string> Final = new HashSet<string>(StringComparer.Ordinal) { "all_partners_qualify" };

    private readonly List<(int Person, int Hire, Decision Decision)> decisions = [];

    /// <summary>By whom and of whom.</summary>
    public IReadOnlyList<(int Person, int Hire, Decision Decision)> Decisions => decisions;

    public bool IsRefused => decisions.Any(one => one.Decision.Outcome == Outcome.Refused);

    /// <summary>The clauses that are not met (不符合的条款), as a reason that the applicant is told.</summary>
    public string Reason => $"不符合{string.Join('、', decisions.SelectMany(one => one.Decision.RefusedBy).Select(clause => clause.Citation).Distinct())}";

    public TDecision Add<TDecision>(TDecision decision, int person = 0, int hire = 0)
        where TDecision : Decision
    {
        decisions.Add((person, hire, decision));
        return decision;
    }

    /// <summary>What is wanted, but for facts that are established later (待补充事项). A paper that is wanted stands for the category it shows.</summary>
    public IReadOnlyList<MissingFile> MissingBut(IReadOnlySet<string> later)
    {
        var items = decisions.SelectMany(one => one.Decision.Missing.Where(name => !later.Contains(name)).Select(name => ItemOf(one.Person, one.Hire, name))).Distinct().ToList();
        var byPaper = items.Where(item => item.Paper is not (Contract.LoanPaper.Unspecified or Contract.LoanPaper.IdentityCard)).Select(item => (item.Person, item.Hire)).ToHashSet();
        return [.. items.Where(item => item.Fact != "category" || !byPaper.Contains((item.Person, item.Hire)))];
    }

    private static MissingFile ItemOf(int person, int hire, string name) => Term<LoanPaper>.TryParse(name, out var paper)
        ? new(OfPerson(person, paper), hire, (Contract.LoanPaper)paper, "", "")
        : new(person, hire, Contract.LoanPaper.Unspecified, name, "");

    // The card among a firm's papers is its legal representative's.
    private static int OfPerson(int person, LoanPaper paper) => person == 0 && paper == LoanPaper.IdentityCard ? 1 : person;
}
