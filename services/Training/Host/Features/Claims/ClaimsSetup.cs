using Wenye.Training.Features.Claims.GetClaim;
using Wenye.Training.Features.Claims.ListClaims;
using Wenye.Training.Features.Claims.ListPublicPersons;
using Wenye.Training.Features.Claims.RecordPriorSubsidies;
using Wenye.Training.Features.Claims.ReviewClaim;
using Wenye.Training.Features.Claims.SubmitClaim;
using Wenye.Training.Features.Claims.SupplyClaimMaterial;
using Wenye.Training.Features.Claims.WithdrawClaim;

namespace Wenye.Training.Features.Claims;

/// <summary>Registers the calls of claims (补贴申领注册); payments are registered with the fundings.</summary>
internal static class ClaimsSetup
{
    public static void AddClaims(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<People>();
        builder.Services.AddScoped<RegisterChecks>();
        builder.Services.AddScoped<NewLines>();
        builder.Services.AddScoped<ClaimQueries>();
        builder.Services.AddScoped<ClaimRows>();
        builder.Services.AddScoped<ClaimDecisions>();
        builder.Services.AddScoped<ClaimPayables>();
        builder.Services.AddScoped<SubmitClaimHandler>();
        builder.Services.AddScoped<SupplyClaimMaterialHandler>();
        builder.Services.AddScoped<WithdrawClaimHandler>();
        builder.Services.AddScoped<ReviewClaimHandler>();
        builder.Services.AddScoped<GetClaimHandler>();
        builder.Services.AddScoped<ListClaimsHandler>();
        builder.Services.AddScoped<RecordPriorSubsidiesHandler>();
        builder.Services.AddScoped<ListPublicPersonsHandler>();
    }
}
