using MassTransit;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Consumers;

/// <summary>What Welfare-Posts listens to (就业登记动态), a queue for each event.</summary>
internal static class Consumption
{
    private const int BatchSize = 500;

    public static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddBatchConsumer<EmploymentRegisteredConsumer>(BatchSize);
        bus.AddBatchConsumer<EmploymentEndedConsumer>(BatchSize);
    }
}
