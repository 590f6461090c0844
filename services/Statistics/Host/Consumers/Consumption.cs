using MassTransit;
using Wenye.Persistence;

namespace Wenye.Statistics.Consumers;

/// <summary>What Statistics listens to (统计数据来源), a queue for each event.</summary>
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
        bus.AddBatchConsumer<PaymentMadeConsumer>(BatchSize);
        bus.AddBatchConsumer<ClassAcceptedConsumer>(BatchSize);
        bus.AddBatchConsumer<CertificatesIssuedConsumer>(BatchSize);
        bus.AddBatchConsumer<CertificateRevokedConsumer>(BatchSize);
        bus.AddBatchConsumer<LoanDisbursedConsumer>(BatchSize);
        bus.AddBatchConsumer<LoanDisbursementReversedConsumer>(BatchSize);
    }
}
