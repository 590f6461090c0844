using Wenye.Registration.Data;
using Wenye.Registration.Features.Hardship.ApplyForRecognition;
using Wenye.Registration.Features.Hardship.ConfirmRecognition;
using Wenye.Registration.Features.Hardship.GetRecognition;
using Wenye.Registration.Features.Hardship.ListRecognitions;
using Wenye.Registration.Features.Hardship.RecordObjection;
using Wenye.Registration.Features.Hardship.ReviewRecognition;
using Wenye.Registration.Features.Hardship.RevokeRecognition;

namespace Wenye.Registration.Features.Hardship;

/// <summary>What the calls of hardship recognition need (就业困难人员认定).</summary>
internal static class HardshipSetup
{
    public static void AddHardship(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<HardshipStanding>();
        builder.Services.AddScoped<HardshipDecisions>();
        builder.Services.AddScoped<HardshipCommit>();
        builder.Services.AddScoped<ApplyForRecognitionHandler>();
        builder.Services.AddScoped<ReviewRecognitionHandler>();
        builder.Services.AddScoped<RecordObjectionHandler>();
        builder.Services.AddScoped<ConfirmRecognitionHandler>();
        builder.Services.AddScoped<RevokeRecognitionHandler>();
        builder.Services.AddScoped<GetRecognitionHandler>();
        builder.Services.AddScoped<ListRecognitionsHandler>();
    }
}
