using Wenye.Registration.Features.Exchange.GetExchangeStatus;
using Wenye.Registration.Features.Exchange.ListHeldRecords;
using Wenye.Registration.Features.Exchange.ReleaseHeldRecord;
using Wenye.Registration.Features.Exchange.RunExchange;
using Wenye.Registration.Features.Exchange.UploadTakenOverResults;

namespace Wenye.Registration.Features.Exchange;

/// <summary>Registers the calls by which the exchange is watched and repaired (交换运维接口注册).</summary>
internal static class ExchangeFeatureSetup
{
    public static void AddExchangeCalls(this IServiceCollection services)
    {
        services.AddScoped<GetExchangeStatusHandler>();
        services.AddScoped<ListHeldRecordsHandler>();
        services.AddScoped<HeldRecordRepair>();
        services.AddScoped<ReleaseHeldRecordHandler>();
        services.AddScoped<RunExchangeHandler>();
        services.AddScoped<UploadTakenOverResultsHandler>();
    }
}
