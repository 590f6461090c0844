using Wenye.Statistics.Features.Verification.CompareRegister;
using Wenye.Statistics.Features.Verification.DrawSample;
using Wenye.Statistics.Features.Verification.GetDoubt;
using Wenye.Statistics.Features.Verification.GetJump;
using Wenye.Statistics.Features.Verification.GetSample;
using Wenye.Statistics.Features.Verification.ListDoubts;
using Wenye.Statistics.Features.Verification.ListJumps;
using Wenye.Statistics.Features.Verification.ListRegisterDifferences;
using Wenye.Statistics.Features.Verification.ListSampleRecords;
using Wenye.Statistics.Features.Verification.ListSamples;
using Wenye.Statistics.Features.Verification.RecordSampleFinding;
using Wenye.Statistics.Features.Verification.ResolveDoubt;

namespace Wenye.Statistics.Features.Verification;

/// <summary>What verification needs (数据核实).</summary>
internal static class VerificationSetup
{
    public static void AddVerification(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ListDoubtsHandler>();
        builder.Services.AddScoped<GetDoubtHandler>();
        builder.Services.AddScoped<ResolveDoubtHandler>();
        builder.Services.AddScoped<SampleDraw>();
        builder.Services.AddScoped<DrawSampleHandler>();
        builder.Services.AddScoped<ListSamplesHandler>();
        builder.Services.AddScoped<GetSampleHandler>();
        builder.Services.AddScoped<ListSampleRecordsHandler>();
        builder.Services.AddScoped<RecordSampleFindingHandler>();
        builder.Services.AddScoped<RegisterBeside>();
        builder.Services.AddScoped<CompareRegisterHandler>();
        builder.Services.AddScoped<ListRegisterDifferencesHandler>();
        builder.Services.AddScoped<Jumps>();
        builder.Services.AddScoped<ListJumpsHandler>();
        builder.Services.AddScoped<GetJumpHandler>();
    }
}
