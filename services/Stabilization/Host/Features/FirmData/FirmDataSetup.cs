using Wenye.Persistence;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Features.FirmData.GetFirm;
using Wenye.Stabilization.Features.FirmData.GetFirmDataImport;
using Wenye.Stabilization.Features.FirmData.ImportFirmData;
using Wenye.Stabilization.Features.FirmData.ListFirmDataFaults;
using Wenye.Stabilization.Features.FirmData.ListFirms;

namespace Wenye.Stabilization.Features.FirmData;

/// <summary>What firm data needs (企业数据).</summary>
internal static class FirmDataSetup
{
    public static void AddFirmData(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OpenImports>();
        builder.Services.AddSingleton<FirmTables>();
        builder.Services.AddScoped<FirmWriting>();
        builder.Services.AddScoped<FirmYearWriting>();
        builder.Services.AddScoped<FirmDataWriter>();
        builder.Services.AddScoped<ImportFirmDataHandler>();
        builder.Services.AddScoped<GetFirmDataImportHandler>();
        builder.Services.AddScoped<ListFirmDataFaultsHandler>();
        builder.Services.AddScoped<GetFirmHandler>();
        builder.Services.AddScoped<ListFirmsHandler>();
    }
}
