using Wenye.Contracts.Registration.V1;
using Yarp.ReverseProxy.Configuration;
using Loans = Wenye.Contracts.Loans.V1;
using Stabilization = Wenye.Contracts.Stabilization.V1;
using Statistics = Wenye.Contracts.Statistics.V1;
using Training = Wenye.Contracts.Training.V1;
using WelfarePosts = Wenye.Contracts.WelfarePosts.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Wenye.Gateway.Routing;

/// <summary>Which service answers which gRPC calls (路由表), one line a service, read from the contracts.</summary>
internal static class ServiceRoutes
{
    /// <summary>Every service by its name in service discovery, with the contracts it serves (服务与契约).</summary>
    public static readonly IReadOnlyList<ServiceRoute> All =
    [
        new(
            "registration",
            RegistrationService.Descriptor, UnemploymentRegisterService.Descriptor, EmploymentService.Descriptor,
            HardshipService.Descriptor, OfficeService.Descriptor, CodeTableService.Descriptor,
            ApplicationImportService.Descriptor, MinistryExchangeService.Descriptor, PersonStatusService.Descriptor,
            DecisionService.Descriptor, AuditService.Descriptor),
        new(
            "training",
            Training.InstitutionService.Descriptor, Training.CourseService.Descriptor, Training.ClassService.Descriptor,
            Training.CertificateService.Descriptor, Training.ClaimService.Descriptor, Training.FundingService.Descriptor,
            Training.PaymentService.Descriptor, Training.DecisionService.Descriptor, Training.AuditService.Descriptor,
            Training.TrainingFileService.Descriptor, Training.OversightService.Descriptor),
        new(
            "loans",
            Loans.PartnerService.Descriptor, Loans.ReferenceRateService.Descriptor, Loans.ApplicationService.Descriptor, Loans.GuaranteeFundService.Descriptor,
            Loans.CompensationService.Descriptor, Loans.LoanBookService.Descriptor, Loans.LoanImportService.Descriptor,
            Loans.InterestSubsidyService.Descriptor, Loans.PaymentService.Descriptor, Loans.DecisionService.Descriptor, Loans.AuditService.Descriptor),
        new(
            "stabilization",
            Stabilization.FirmDataService.Descriptor, Stabilization.ScreeningService.Descriptor, Stabilization.RefundService.Descriptor,
            Stabilization.WorkTrainingService.Descriptor, Stabilization.PaymentService.Descriptor, Stabilization.DecisionService.Descriptor, Stabilization.AuditService.Descriptor),
        new(
            "welfare-posts",
            WelfarePosts.PostService.Descriptor, WelfarePosts.MinimumWageService.Descriptor, WelfarePosts.SupervisionService.Descriptor,
            WelfarePosts.RecruitmentService.Descriptor, WelfarePosts.PlacementService.Descriptor, WelfarePosts.AttendanceService.Descriptor, WelfarePosts.PostMonthService.Descriptor,
            WelfarePosts.PaymentService.Descriptor, WelfarePosts.DecisionService.Descriptor, WelfarePosts.AuditService.Descriptor),
        new(
            "statistics",
            Statistics.StatisticsService.Descriptor, Statistics.NewEmploymentService.Descriptor, Statistics.ReportService.Descriptor,
            Statistics.VerificationService.Descriptor, Statistics.EarlyWarningService.Descriptor, Statistics.InternshipFormService.Descriptor,
            Statistics.DecisionService.Descriptor, Statistics.AuditService.Descriptor),
    ];

    /// <summary>/wenye.registration.v1.RegistrationService/* goes to registration, and so on (生成路由).</summary>
    public static IReadOnlyList<RouteConfig> Routes(IEnumerable<ServiceRoute> services) =>
    [
        .. from service in services
           from contract in service.Contracts
           select new RouteConfig
           {
               RouteId = contract.FullName,
               ClusterId = service.Name,
               AuthorizationPolicy = "default",
               Match = new RouteMatch { Path = $"/{contract.FullName}/{{method}}", Methods = [HttpMethods.Post] },
           },
    ];
}

/// <summary>A service behind the gateway (后端服务).</summary>
/// <param name="Name">Its name in service discovery.</param>
/// <param name="Contracts">The gRPC services it answers; none while it is not built.</param>
internal sealed record ServiceRoute(string Name, params IReadOnlyList<ServiceDescriptor> Contracts);
