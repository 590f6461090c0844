using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Payments;
using Wenye.ServiceDefaults;
using RefundCase = Wenye.Stabilization.Data.RefundCase;

namespace Wenye.Stabilization.Features.Refunds;

/// <summary>Hands cases over to payment (转入拨付): refunds come from the unemployment insurance fund, 63号 附件 一(一)3、(二)3.</summary>
internal sealed class RefundPayables(Payables payables)
{
    /// <summary>Makes cases payable in the context's open transaction (转入拨付); the caller stores the ids.</summary>
    /// <param name="cases">Each with its firm.</param>
    /// <param name="needsPublicity">Whether the list is made public first (是否公示).</param>
    /// <param name="by">Who handles it.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task AddAsync(
        IReadOnlyList<(RefundCase Case, Data.Firm Firm)> cases, Func<RefundCase, bool> needsPublicity, HandledBy by, CancellationToken cancellation)
    {
        var ids = await payables.AddAsync([.. cases.Select(one => Of(one.Case, one.Firm, needsPublicity(one.Case)))], by, cancellation);
        for (var i = 0; i < ids.Count; i++)
        {
            cases[i].Case.PayableId = ids[i];
        }
    }

    private static NewPayable Of(RefundCase refund, Data.Firm firm, bool needsPublicity) => new(
        BenefitOf(refund.Kind), refund.Id, firm.CreditCode, firm.Name,
        refund.BankAccount ?? firm.BankAccount ?? "", refund.BankName ?? firm.BankName ?? "",
        Fund.UnemploymentInsurance, firm.Pool, refund.Division, refund.AmountFen, needsPublicity);

    /// <summary>What a payable of this kind is for (拨付事项).</summary>
    public static string BenefitOf(RefundKind kind) => kind == RefundKind.Difficult ? "stabilization.refund.difficult" : "stabilization.refund.general";
}
