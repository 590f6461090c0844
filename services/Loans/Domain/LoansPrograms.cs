using Wenye.Loans.Domain.Borrowers;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Loans.Domain.Procedure;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Loans.Domain.Terms;
using Wenye.Policy;

namespace Wenye.Loans.Domain;

/// <summary>The decisions of loans by name (创业担保贷款决定事项), for cases, replay and services.</summary>
public static class LoansPrograms
{
    /// <summary>Every program (全部事项).</summary>
    public static IReadOnlyList<PolicyProgram> All { get; } =
    [
        PolicyProgram.Of(PersonalLoan.Name, PersonalLoanFacts.Read, PersonalLoan.Decide),
        PolicyProgram.Of(PartnerQualification.Name, PartnerQualification.Read, PartnerQualification.Decide),
        PolicyProgram.Of(EnterpriseLoan.Name, EnterpriseLoanFacts.Read, EnterpriseLoan.Decide),
        PolicyProgram.Of(RepeatLoan.Name, RepeatLoanFacts.Read, RepeatLoan.Decide),
        PolicyProgram.Of(SameOwner.Name, SameOwnerFacts.Read, SameOwner.Decide),
        PolicyProgram.Of(LoanMaterials.Name, LoanMaterialsFacts.Read, LoanMaterials.Decide),
        PolicyProgram.Of(LoanUses.Name, LoanUseFacts.Read, LoanUses.Decide),
        PolicyProgram.Of(LoanRate.Name, LoanRateFacts.Read, LoanRate.Decide),
        PolicyProgram.Of(LoanDeadline.Name, LoanDeadlineFacts.Read, LoanDeadline.Decide),
        PolicyProgram.Of(CounterGuarantee.Name, CounterGuaranteeFacts.Read, CounterGuarantee.Decide),
        PolicyProgram.Of(GuaranteeCapacity.Name, GuaranteeCapacityFacts.Read, GuaranteeCapacity.Decide),
        PolicyProgram.Of(Compensation.Name, CompensationFacts.Read, Compensation.Decide),
        PolicyProgram.Of(InterestSubsidy.Name, InterestSubsidyFacts.Read, InterestSubsidy.Decide),
        PolicyProgram.Of(LoanExtension.Name, LoanExtensionFacts.Read, LoanExtension.Decide),
        PolicyProgram.Of(QuarterlyCheck.Name, QuarterlyCheckFacts.Read, QuarterlyCheck.Decide),
        PolicyProgram.Of(FiscalShare.Name, FiscalShareFacts.Read, FiscalShare.Decide),
        PolicyProgram.Of(LoanAward.Name, LoanAwardFacts.Read, LoanAward.Decide),
    ];
}
