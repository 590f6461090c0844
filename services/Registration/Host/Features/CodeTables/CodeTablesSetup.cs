using Wenye.CodeTables.Distribution;
using Wenye.Registration.Data;
using Wenye.Registration.Features.CodeTables.ExportCodeTables;
using Wenye.Registration.Features.CodeTables.ImportCodeTable;
using Wenye.Registration.Features.CodeTables.ListCodeTables;
using Wenye.Registration.Features.CodeTables.LookUpCode;
using Wenye.Registration.Features.CodeTables.SearchCodes;

namespace Wenye.Registration.Features.CodeTables;

/// <summary>Registration's own code tables (代码表): it holds them in its database and gives them to every service.</summary>
internal static class CodeTablesSetup
{
    public static void AddCodeTables(this IHostApplicationBuilder builder)
    {
        builder.AddOwnCodeTables<CodeTableDatabase>();
        builder.Services.AddScoped<ListCodeTablesHandler>();
        builder.Services.AddSingleton<LookUpCodeHandler>();
        builder.Services.AddSingleton<SearchCodesHandler>();
        builder.Services.AddSingleton<ImportCodeTableHandler>();
        builder.Services.AddSingleton<ExportCodeTablesHandler>();
    }
}
