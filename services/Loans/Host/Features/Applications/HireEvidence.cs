using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Procedure;
using Wenye.Policy;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications;

/// <summary>Which of a firm's hires count (符合条件的新招用人员): by employment registrations of the last twelve months and papers.</summary>
/// <param name="Proven">They count.</param>
/// <param name="Open">What of them is shown is not enough yet, and nothing speaks against them.</param>
internal readonly record struct HireEvidence(int Proven, int Open)
{
    private const int WithinMonths = 12;
    private const int ContractMonths = 12;

    // 27号 第五条  城镇登记失业人员、就业困难人员、复员转业退役军人、刑满释放人员、高校毕业生、化解过剩产能企业失业人员、建档立卡贫困人口
    private static readonly BorrowerCategory[] Groups =
    [
        BorrowerCategory.RegisteredUnemployed, BorrowerCategory.Hardship, BorrowerCategory.Veteran, BorrowerCategory.ReleasedPrisoner,
        BorrowerCategory.Graduate, BorrowerCategory.OvercapacityWorker, BorrowerCategory.RegisteredPoor,
    ];

    /// <summary>Counts them (逐人认定).</summary>
    public static HireEvidence Of(LoanApplication application, IEnumerable<HireFile> hires, PolicyContext policy)
    {
        var answers = hires.Select(hire => Counts(application, hire, policy)).ToList();
        return new(answers.Count(answer => answer == true), answers.Count(answer => answer is null));
    }

    /// <summary>How many are established to count (已证实人数): enough of them, or all that there are; else it is open.</summary>
    /// <param name="required">应新招用人数; null: not known.</param>
    /// <param name="stated">Whether any hire was named.</param>
    public Fact<int> Established(int? required, bool stated) =>
        stated && (Open == 0 || Proven >= required) ? Proven : default(Fact<int>);

    // 27号 第五条  当年（申请资格审核前12个月内）新招用符合创业担保贷款申请条件的人员…并与其签订1年以上劳动合同
    private static bool? Counts(LoanApplication application, HireFile hire, PolicyContext policy)
    {
        var here = hire.Registers.Work.Where(work => work.ForUnit && work.EmployerCode == application.CreditCode).ToList();
        if ((hire.Category != BorrowerCategory.Unspecified && !Groups.Contains(hire.Category)) || hire.ContractMonths is > 0 and < ContractMonths
            || (here.Count > 0 && here.TrueForAll(work => work.Since < application.AppliedOn.AddMonths(-WithinMonths))))
        {
            return false;
        }

        return here.Count > 0 && hire.ContractMonths > 0 && IsOfCategory(hire, policy) ? true : null;
    }

    // Work ends a registration as unemployed: what someone was when taken on the office confirms from its records.
    private static bool IsOfCategory(HireFile hire, PolicyContext policy) => hire.CategoryConfirmed == true || hire.Category switch
    {
        BorrowerCategory.RegisteredUnemployed => hire.Registers.Unemployed,
        BorrowerCategory.Hardship => hire.Registers.Hardship,
        _ => BorrowerEvidence.ArePapersAtHand(PaperSubject.Hire, hire.Category, hire.Papers, policy),
    };
}
