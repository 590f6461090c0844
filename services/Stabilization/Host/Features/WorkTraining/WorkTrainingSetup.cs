using Wenye.Stabilization.Features.WorkTraining.GetClaim;
using Wenye.Stabilization.Features.WorkTraining.ListClaims;
using Wenye.Stabilization.Features.WorkTraining.ReviewClaim;
using Wenye.Stabilization.Features.WorkTraining.SetSpecialAccount;
using Wenye.Stabilization.Features.WorkTraining.SubmitClaim;
using Wenye.Stabilization.Features.WorkTraining.SupplyClaimMaterial;
using Wenye.Stabilization.Features.WorkTraining.WithdrawClaim;

namespace Wenye.Stabilization.Features.WorkTraining;

/// <summary>Registers the calls of work-for-training (以工代训补贴注册).</summary>
internal static class WorkTrainingSetup
{
    public static void AddWorkTraining(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ClaimInput>();
        builder.Services.AddScoped<ClaimDecisions>();
        builder.Services.AddScoped<ClaimPayables>();
        builder.Services.AddScoped<SubmitClaimHandler>();
        builder.Services.AddScoped<ReviewClaimHandler>();
        builder.Services.AddScoped<SupplyClaimMaterialHandler>();
        builder.Services.AddScoped<WithdrawClaimHandler>();
        builder.Services.AddScoped<GetClaimHandler>();
        builder.Services.AddScoped<ListClaimsHandler>();
        builder.Services.AddScoped<SetSpecialAccountHandler>();
    }
}
