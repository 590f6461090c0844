using Wenye.Calls;
using Wenye.Training.Features.Certificates;
using Wenye.Training.Features.Claims;
using Wenye.Training.Features.Classes;
using Wenye.Training.Features.Courses;
using Wenye.Training.Features.Files;
using Wenye.Training.Features.Fundings;
using Wenye.Training.Features.Institutions;
using Wenye.Training.Features.Oversight;

namespace Wenye.Training.Features;

/// <summary>Every feature and gRPC service of Training (职业培训各接口), one a line.</summary>
internal static class TrainingCalls
{
    public static void AddFeatures(this IHostApplicationBuilder builder)
    {
        builder.AddInstitutions();
        builder.AddCourses();
        builder.AddClasses();
        builder.AddCertificates();
        builder.AddFundings();
        builder.AddClaims();
        builder.AddTrainingFiles();
        builder.AddOversight();
    }

    public static void MapCalls(this WebApplication app)
    {
        app.MapGrpcService<ClassGrpcService>();
        app.MapGrpcService<InstitutionGrpcService>();
        app.MapGrpcService<CourseGrpcService>();
        app.MapGrpcService<FundingGrpcService>();
        app.MapGrpcService<PaymentGrpcService>();
        app.MapGrpcService<TrainingFileGrpcService>();
        app.MapGrpcService<OversightGrpcService>();
        app.MapGrpcService<DecisionGrpcService>();
        app.MapGrpcService<AuditGrpcService>();
        app.MapGrpcService<CertificateGrpcService>();
        app.MapGrpcService<ClaimGrpcService>();
    }
}
