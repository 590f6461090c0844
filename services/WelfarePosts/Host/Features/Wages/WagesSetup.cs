using Wenye.WelfarePosts.Features.Wages.GetWage;
using Wenye.WelfarePosts.Features.Wages.ImportRuralRates;
using Wenye.WelfarePosts.Features.Wages.ImportWages;
using Wenye.WelfarePosts.Features.Wages.ListWages;
using Wenye.WelfarePosts.Features.Wages.WithdrawWage;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>What the calls of wages need (最低工资标准).</summary>
internal static class WagesSetup
{
    public static void AddWages(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<WageBook>();
        builder.Services.AddScoped<TouchedMonths>();
        builder.Services.AddScoped<WageWriter>();
        builder.Services.AddScoped<WithdrawWageHandler>();
        builder.Services.AddScoped<ImportWagesHandler>();
        builder.Services.AddScoped<ImportRuralRatesHandler>();
        builder.Services.AddScoped<ListWagesHandler>();
        builder.Services.AddScoped<GetWageHandler>();
    }
}
