using Wenye.Calls;
using Wenye.Registration.Exchange;
using Wenye.Registration.Features.Applications;
using Wenye.Registration.Features.CodeTables;
using Wenye.Registration.Features.Employments;
using Wenye.Registration.Features.Exchange;
using Wenye.Registration.Features.Hardship;
using Wenye.Registration.Features.Imports;
using Wenye.Registration.Features.Offices;
using Wenye.Registration.Features.Register;
using Wenye.Registration.Features.Status;

namespace Wenye.Registration.Features;

/// <summary>Every feature and gRPC service of Registration (失业登记各接口), one a line.</summary>
internal static class RegistrationCalls
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.AddExchange();
        builder.AddApplications();
        builder.AddRegister();
        builder.AddImports();
        builder.AddEmployments();
        builder.AddHardship();
        builder.AddOffices();
        builder.AddPersonStatuses();
    }

    public static void MapCalls(this WebApplication app)
    {
        app.MapGrpcService<RegistrationGrpcService>();
        app.MapGrpcService<ExchangeGrpcService>();
        app.MapGrpcService<UnemploymentRegisterGrpcService>();
        app.MapGrpcService<EmploymentGrpcService>();
        app.MapGrpcService<OfficeGrpcService>();
        app.MapGrpcService<CodeTableGrpcService>();
        app.MapGrpcService<ApplicationImportGrpcService>();
        app.MapGrpcService<HardshipGrpcService>();
        app.MapGrpcService<PersonStatusGrpcService>();
        app.MapGrpcService<DecisionGrpcService>();
        app.MapGrpcService<AuditGrpcService>();
    }
}
