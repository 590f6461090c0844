using Wenye.Contracts.Events.Stabilization.V1;
using Wenye.Payments.Bank;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Stabilization.Features.Payments;

/// <summary>Stabilization's events of its payments (拨付事件).</summary>
internal sealed class PaymentEvents : IPaymentEvents
{
    public void Paid(ServiceDbContext database, FreshAnswer payment) => database.Publish(new PaymentMade
    {
        PaymentNo = payment.Payment.PaymentNo,
        Benefit = payment.Payable.Benefit,
        Payee = payment.Payable.Payee,
        Division = payment.Payable.Division,
        AmountFen = payment.Payment.AmountFen,
        PaidOn = payment.Line.ValueDate.ToDay(),
    });
}
