using Wenye.Persistence;

namespace Wenye.Payments.Bank;

/// <summary>What a service tells others of its payments (拨付事件); each paying service publishes its own events.</summary>
public interface IPaymentEvents
{
    /// <summary>The bank paid; the event commits with the booking.</summary>
    void Paid(ServiceDbContext database, FreshAnswer payment);
}
