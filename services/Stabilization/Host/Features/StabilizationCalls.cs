using Wenye.Calls;
using Wenye.Stabilization.Features.FirmData;
using Wenye.Stabilization.Features.Refunds;
using Wenye.Stabilization.Features.Screenings;
using Wenye.Stabilization.Features.WorkTraining;

namespace Wenye.Stabilization.Features;

/// <summary>Every gRPC service of Stabilization (援企稳岗各接口), one a line.</summary>
internal static class StabilizationCalls
{
    public static void MapCalls(this WebApplication app)
    {
        app.MapGrpcService<FirmDataGrpcService>();
        app.MapGrpcService<ScreeningGrpcService>();
        app.MapGrpcService<RefundGrpcService>();
        app.MapGrpcService<DecisionGrpcService>();
        app.MapGrpcService<AuditGrpcService>();
        app.MapGrpcService<WorkTrainingGrpcService>();
        app.MapGrpcService<PaymentGrpcService>();
    }
}
