using Wenye.Training.Features.Files.GetTrainingFile;

namespace Wenye.Training.Features.Files;

/// <summary>What the call of training files needs (职业培训电子档案).</summary>
internal static class FilesSetup
{
    public static void AddTrainingFiles(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<FilePersons>();
        builder.Services.AddScoped<FiledClaims>();
        builder.Services.AddScoped<FiledApprenticeships>();
        builder.Services.AddScoped<FileEntries>();
        builder.Services.AddScoped<GetTrainingFileHandler>();
    }
}
