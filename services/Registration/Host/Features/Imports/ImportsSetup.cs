using Wenye.Persistence;
using Wenye.Registration.Features.Imports.GetImport;
using Wenye.Registration.Features.Imports.ImportApplications;
using Wenye.Registration.Features.Imports.ListImportFaults;

namespace Wenye.Registration.Features.Imports;

/// <summary>What bulk import needs (批量导入).</summary>
internal static class ImportsSetup
{
    public static void AddImports(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OpenImports>();
        builder.Services.AddSingleton<ImportTables>();
        builder.Services.AddSingleton<RowReader>();
        builder.Services.AddSingleton<RowJudge>();
        builder.Services.AddScoped<ChunkWriter>();
        builder.Services.AddScoped<ImportApplicationsHandler>();
        builder.Services.AddScoped<GetImportHandler>();
        builder.Services.AddScoped<ListImportFaultsHandler>();
    }
}
