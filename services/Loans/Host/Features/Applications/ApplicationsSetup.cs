using Wenye.Loans.Consumers;
using Wenye.Loans.Features.Applications.CancelContract;
using Wenye.Loans.Features.Applications.DecideQualification;
using Wenye.Loans.Features.Applications.ExtendBankStep;
using Wenye.Loans.Features.Applications.GetApplication;
using Wenye.Loans.Features.Applications.ListApplications;
using Wenye.Loans.Features.Applications.ListOverdueSteps;
using Wenye.Loans.Features.Applications.RecordBankCheck;
using Wenye.Loans.Features.Applications.RecordDueDiligence;
using Wenye.Loans.Features.Applications.RecordRefusalNotice;
using Wenye.Loans.Features.Applications.RequestMaterial;
using Wenye.Loans.Features.Applications.SignContract;
using Wenye.Loans.Features.Applications.SubmitApplication;
using Wenye.Loans.Features.Applications.SupplyMaterial;
using Wenye.Loans.Features.Applications.WithdrawApplication;
using Wenye.Loans.Standings;

namespace Wenye.Loans.Features.Applications;

/// <summary>What the calls of applications need (贷款申请).</summary>
internal static class ApplicationsSetup
{
    public static void AddApplications(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<Borrowers>();
        builder.Services.AddSingleton<BorrowerRegisters>();
        builder.Services.AddScoped<LoanHistory>();
        builder.Services.AddScoped<Assessments>();
        builder.Services.AddScoped<ApplicationDeadlines>();
        builder.Services.AddScoped<ApplicationOutcomes>();
        builder.Services.AddScoped<ApplicationQueries>();
        builder.Services.AddScoped<ApplicationAnswers>();
        builder.Services.AddSingleton<ToldFacts>();
        builder.Services.AddScoped<PersonStandings>();
        builder.Services.AddScoped<ApplicationStandings>();
        builder.Services.AddScoped<Assignments>();
        builder.Services.AddScoped<SubmitApplicationHandler>();
        builder.Services.AddScoped<SupplyMaterialHandler>();
        builder.Services.AddScoped<WithdrawApplicationHandler>();
        builder.Services.AddScoped<DecideQualificationHandler>();
        builder.Services.AddScoped<RecordDueDiligenceHandler>();
        builder.Services.AddScoped<RecordBankCheckHandler>();
        builder.Services.AddScoped<SignContractHandler>();
        builder.Services.AddScoped<CancelContractHandler>();
        builder.Services.AddScoped<ExtendBankStepHandler>();
        builder.Services.AddScoped<RequestMaterialHandler>();
        builder.Services.AddScoped<RecordRefusalNoticeHandler>();
        builder.Services.AddScoped<GetApplicationHandler>();
        builder.Services.AddScoped<ListApplicationsHandler>();
        builder.Services.AddScoped<ListOverdueStepsHandler>();
    }
}
