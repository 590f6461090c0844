using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Payments;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Firm = Wenye.Stabilization.Data.Firm;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>Hands a reviewed claim over to payment (转入拨付): from the city's special account, 63号 二(二), made public first, 55号 第十四条.</summary>
internal sealed class ClaimPayables(Payables payables)
{
    /// <summary>Makes what the claim was granted payable in the context's open transaction; null when it was granted nothing.</summary>
    public async Task<Guid?> AddAsync(TrainingClaim claim, Firm firm, HandledBy by, CancellationToken cancellation)
    {
        if (claim.AmountFen == 0)
        {
            return null;
        }

        var payable = new NewPayable(
            BenefitOf(claim.Kind), claim.Id, firm.CreditCode, firm.Name, claim.BankAccount, claim.BankName,
            Fund.SkillsSpecialAccount, claim.Pool, claim.Division, claim.AmountFen, NeedsPublicity: true);
        var ids = await payables.AddAsync([payable], by, cancellation);
        return ids[0];
    }

    private static string BenefitOf(WorkTrainingKind kind) =>
        kind == WorkTrainingKind.Difficult ? "stabilization.work_training.difficult" : "stabilization.work_training.hiring";
}
