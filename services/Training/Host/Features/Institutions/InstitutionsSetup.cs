using Wenye.Training.Features.Institutions.AbolishCode;
using Wenye.Training.Features.Institutions.EvaluatePlatform;
using Wenye.Training.Features.Institutions.FileInstitution;
using Wenye.Training.Features.Institutions.GetInstitution;
using Wenye.Training.Features.Institutions.ListAbolishedCodes;
using Wenye.Training.Features.Institutions.ListInstitutions;
using Wenye.Training.Features.Institutions.WithdrawInstitution;

namespace Wenye.Training.Features.Institutions;

/// <summary>What the calls of institutions need (培训主体).</summary>
internal static class InstitutionsSetup
{
    public static void AddInstitutions(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<InstitutionCodes>();
        builder.Services.AddScoped<InstitutionFields>();
        builder.Services.AddSingleton<PlatformStandings>();
        builder.Services.AddScoped<FileInstitutionHandler>();
        builder.Services.AddScoped<WithdrawInstitutionHandler>();
        builder.Services.AddScoped<AbolishCodeHandler>();
        builder.Services.AddScoped<EvaluatePlatformHandler>();
        builder.Services.AddScoped<GetInstitutionHandler>();
        builder.Services.AddScoped<ListInstitutionsHandler>();
        builder.Services.AddScoped<ListAbolishedCodesHandler>();
    }
}
