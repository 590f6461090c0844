using Wenye.Loans.Features.Rates.GetRate;
using Wenye.Loans.Features.Rates.ImportRates;
using Wenye.Loans.Features.Rates.ListRates;

namespace Wenye.Loans.Features.Rates;

/// <summary>What the calls of reference rates need (参考利率).</summary>
internal static class RatesSetup
{
    public static void AddRates(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReferenceRates>();
        builder.Services.AddScoped<ImportRatesHandler>();
        builder.Services.AddScoped<ListRatesHandler>();
        builder.Services.AddScoped<GetRateHandler>();
    }
}
