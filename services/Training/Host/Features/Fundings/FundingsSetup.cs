using Wenye.Payments;
using Wenye.Training.Features.Fundings.Deciding;
using Wenye.Training.Features.Fundings.GetFunding;
using Wenye.Training.Features.Fundings.ListDueFundings;
using Wenye.Training.Features.Fundings.ListFundings;
using Wenye.Training.Features.Fundings.OpenFunding;
using Wenye.Training.Features.Fundings.PayFunding;
using Wenye.Training.Features.Fundings.SettleFunding;
using Wenye.Training.Features.Payments;

namespace Wenye.Training.Features.Fundings;

/// <summary>Registers the calls of fundings (培训资金安排注册), and what pays them.</summary>
internal static class FundingsSetup
{
    public static void AddFundings(this IHostApplicationBuilder builder)
    {
        builder.AddPayments<PublicityTerms>("training", "TR");
        builder.Services.AddScoped<FundingFactsReader>();
        builder.Services.AddScoped<FundingDecisions>();
        builder.Services.AddScoped<NamedApprentices>();
        builder.Services.AddScoped<FundingPayables>();
        builder.Services.AddScoped<EmploymentRate>();
        builder.Services.AddScoped<OpenFundingHandler>();
        builder.Services.AddScoped<PayFundingHandler>();
        builder.Services.AddScoped<SettleFundingHandler>();
        builder.Services.AddScoped<GetFundingHandler>();
        builder.Services.AddScoped<ListFundingsHandler>();
        builder.Services.AddScoped<ListDueFundingsHandler>();
    }
}
