using Wenye.WelfarePosts.Features.Placements.CompleteExit;
using Wenye.WelfarePosts.Features.Placements.CompleteHire;
using Wenye.WelfarePosts.Features.Placements.EndPlacement;
using Wenye.WelfarePosts.Features.Placements.GetPlacement;
using Wenye.WelfarePosts.Features.Placements.ListDueExits;
using Wenye.WelfarePosts.Features.Placements.ListExpiringPlacements;
using Wenye.WelfarePosts.Features.Placements.ListPlacements;
using Wenye.WelfarePosts.Features.Placements.ListVacancies;
using Wenye.WelfarePosts.Features.Placements.RecordConversion;
using Wenye.WelfarePosts.Features.Placements.RecordFiling;
using Wenye.WelfarePosts.Features.Placements.RecordNotice;
using Wenye.WelfarePosts.Features.Placements.RecordServicePlan;
using Wenye.WelfarePosts.Features.Placements.ReportLeaver;
using Wenye.WelfarePosts.Features.Placements.SignContract;
using Wenye.WelfarePosts.Placements;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>What people in post need (在岗管理).</summary>
internal static class PlacementsSetup
{
    public static void AddPlacements(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<EmploymentRegister>();
        builder.Services.AddScoped<PlacementQueries>();
        builder.Services.AddScoped<PlacementAnswers>();
        builder.Services.AddScoped<SecondPlacements>();
        builder.Services.AddScoped<ExitFacts>();
        builder.Services.AddScoped<HireCompletion>();
        builder.Services.AddScoped<ExitCompletion>();
        builder.Services.Configure<OpenEmploymentOptions>(builder.Configuration.GetSection(OpenEmploymentOptions.Section));
        builder.Services.AddScoped<OpenEmployments>();
        builder.Services.AddHostedService<OpenEmploymentWorker>();
        builder.Services.AddScoped<Signings>();
        builder.Services.AddScoped<SigningDecisions>();
        builder.Services.AddScoped<SignContractHandler>();
        builder.Services.AddScoped<CompleteHireHandler>();
        builder.Services.AddScoped<RecordFilingHandler>();
        builder.Services.AddScoped<RecordServicePlanHandler>();
        builder.Services.AddScoped<RecordNoticeHandler>();
        builder.Services.AddScoped<RecordConversionHandler>();
        builder.Services.AddScoped<EndPlacementHandler>();
        builder.Services.AddScoped<CompleteExitHandler>();
        builder.Services.AddScoped<ReportLeaverHandler>();
        builder.Services.AddScoped<GetPlacementHandler>();
        builder.Services.AddScoped<ListPlacementsHandler>();
        builder.Services.AddScoped<ListExpiringPlacementsHandler>();
        builder.Services.AddScoped<ListDueExitsHandler>();
        builder.Services.AddScoped<ListVacanciesHandler>();
    }
}
