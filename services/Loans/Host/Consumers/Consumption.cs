using MassTransit;
using Wenye.Persistence;

namespace Wenye.Loans.Consumers;

/// <summary>What Loans listens to (状态投影数据来源), a queue for each event.</summary>
internal static class Consumption
{
    private const int BatchSize = 500;

    public static void AddConsumers(IBusRegistrationConfigurator bus)
    {
        bus.AddBatchConsumer<UnemploymentRegisteredConsumer>(BatchSize);
        bus.AddBatchConsumer<UnemploymentCancelledConsumer>(BatchSize);
        bus.AddBatchConsumer<EmploymentRegisteredConsumer>(BatchSize);
        bus.AddBatchConsumer<EmploymentEndedConsumer>(BatchSize);
        bus.AddBatchConsumer<HardshipRecognisedConsumer>(BatchSize);
        bus.AddBatchConsumer<HardshipEndedConsumer>(BatchSize);
        bus.AddBatchConsumer<PersonCertifiedConsumer>(BatchSize);
        bus.AddBatchConsumer<CertificateRevokedConsumer>(BatchSize);
    }
}
