using Wenye.Registration.Data;
using Wenye.Registration.Domain;
using Wenye.Registration.Features.Applications.CloseDuplicateApplication;
using Wenye.Registration.Features.Applications.GetApplication;
using Wenye.Registration.Features.Applications.ListApplications;
using Wenye.Registration.Features.Applications.ReviewApplication;
using Wenye.Registration.Features.Applications.StartReview;
using Wenye.Registration.Features.Applications.SubmitApplication;
using Wenye.Registration.Features.Applications.SupplyMissingItems;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Applications;

/// <summary>What the calls about applications need (失业登记申请).</summary>
internal static class ApplicationsSetup
{
    public static void AddApplications(this IHostApplicationBuilder builder)
    {
        builder.AddPolicyParameters(RegistrationParameters.Shipped);
        var services = builder.Services;
        services.AddSingleton<RegistrationDecisions>();
        services.AddScoped<People>();
        services.AddSingleton<SerialNumbers>();
        services.AddSingleton<StatusRecords>();
        services.AddSingleton<NewApplications>();
        services.AddScoped<ApplicationCommit>();
        services.AddScoped<FirstAnswers>();
        services.AddScoped<SubmitApplicationHandler>();
        services.AddScoped<GetApplicationHandler>();
        services.AddScoped<StartReviewHandler>();
        services.AddScoped<ReviewApplicationHandler>();
        services.AddScoped<RegistrationOpening>();
        services.AddScoped<CloseDuplicateApplicationHandler>();
        services.AddScoped<SupplyMissingItemsHandler>();
        services.AddScoped<ListApplicationsHandler>();
    }
}
