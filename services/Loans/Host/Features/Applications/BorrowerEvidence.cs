using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Procedure;
using Wenye.Policy;
using LoanPaper = Wenye.Loans.Domain.Procedure.LoanPaper;
using OtherLoan = Wenye.Loans.Domain.Borrowers.OtherLoan;
using OtherLoanKind = Wenye.Loans.Domain.Borrowers.OtherLoanKind;

namespace Wenye.Loans.Features.Applications;

/// <summary>What is established of someone who borrows (借款人的已证实事实): by registers, papers, office and bank, else as the person commits.</summary>
internal static class BorrowerEvidence
{
    /// <summary>The facts of a person (借款人事实).</summary>
    /// <param name="person">Whose number tells the age.</param>
    /// <param name="file">What is in the file.</param>
    /// <param name="policy">Place and day.</param>
    public static BorrowerFacts FactsOf(Person person, BorrowerFile file, PolicyContext policy) => new()
    {
        Category = IsCategoryProven(file, policy) ? (LoanCategory)file.Category : default(Fact<LoanCategory>),
        Age = ResidentId.TryParse(person.IdNumber, out var id) ? Policy.Age.CompletedYears(id.BirthDate, policy.AsOf) : default(Fact<int>),

        // Only people of working age are registered as unemployed (人社厅发〔2020〕79号 一(一)).
        InStatutoryWorkingAge = Fact.From(file.InWorkingAge ?? (file.Registers.Unemployed ? true : null)),
        EmployedElsewhere = Fact.From(EmployedElsewhere(file)),
        HasBusiness = Fact.From(file.HasBusiness),
        OtherLoans = Loans(file.OtherLoans),
        SpouseOtherLoans = Loans(file.SpouseOtherLoans),
        GoodCredit = Fact.From(file.GoodCredit),
    };

    /// <summary>The papers of someone, decided (材料认定).</summary>
    public static Decision<LoanPapers> Materials(
        PaperSubject subject, BorrowerCategory category, IDictionary<Contracts.Loans.V1.LoanPaper, LoanPaperForm> papers, PolicyContext policy) =>
        LoanMaterials.Decide(
            new LoanMaterialsFacts
            {
                Subject = subject,
                Category = category == BorrowerCategory.Unspecified ? default(Fact<LoanCategory>) : (LoanCategory)category,
                AtHand = papers.ToDictionary(one => (LoanPaper)one.Key, one => (PaperForm)one.Value),
            },
            policy);

    /// <summary>Whether the office must say that someone is of the category (须由审核部门确认): no paper shows it and no register.</summary>
    public static bool IsForOfficeToConfirm(BorrowerCategory category) =>
        category is not (BorrowerCategory.Unspecified or BorrowerCategory.RegisteredUnemployed or BorrowerCategory.Hardship)
        && !LoanMaterials.ShownByPapers((LoanCategory)category);

    private static bool IsCategoryProven(BorrowerFile file, PolicyContext policy) => file.Category switch
    {
        BorrowerCategory.Unspecified => false,

        // 27号 第四条  申请个人创业担保贷款时已创业并未在其他单位就业的城镇常住人员视同城镇登记失业人员
        BorrowerCategory.RegisteredUnemployed =>
            file.Registers.Unemployed || file is { HasBusiness: true, UrbanResident: true } && EmployedElsewhere(file) == false,
        BorrowerCategory.Hardship => file.Registers.Hardship,
        _ => file.CategoryConfirmed == true || ArePapersAtHand(PaperSubject.Person, file.Category, file.Papers, policy),
    };

    /// <summary>Whether listed papers show the category and are all at hand (类别证明齐备).</summary>
    public static bool ArePapersAtHand(
        PaperSubject subject, BorrowerCategory category, IDictionary<Contracts.Loans.V1.LoanPaper, LoanPaperForm> papers, PolicyContext policy)
    {
        var ofCategory = (Materials(subject, category, papers, policy).Result?.Papers ?? []).Where(one => one.Paper != LoanPaper.IdentityCard).ToList();
        return ofCategory.Count > 0 && ofCategory.TrueForAll(one => one.IsAtHand);
    }

    // What a register shows stands above what is committed; silence of a register that knows the person says that there is no other work.
    // Asked again, the registers' last answer counts.
    private static bool? EmployedElsewhere(BorrowerFile file)
    {
        var registers = file.Later ?? file.Registers;
        return registers.Work.Any(work => work.ForUnit && (work.EmployerCode.Length == 0 || work.EmployerCode != file.BusinessCode))
            ? true
            : file.EmployedElsewhere ?? (registers.Known ? false : null);
    }

    private static IReadOnlyList<OtherLoan>? Loans(IList<OtherLoanFile>? loans) =>
        loans is null ? null : [.. loans.Select(loan => new OtherLoan((OtherLoanKind)loan.Kind, Money.FromFen(loan.AmountFen)))];
}
