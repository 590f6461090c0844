using Wenye.Loans.Features.Funds.FoundFund;
using Wenye.Loans.Features.Funds.GetFund;
using Wenye.Loans.Features.Funds.ListFundEntries;
using Wenye.Loans.Features.Funds.ListFunds;
using Wenye.Loans.Features.Funds.RecordCounterGuarantee;
using Wenye.Loans.Features.Funds.RecordFundAgreement;
using Wenye.Loans.Features.Funds.RecordFundMovement;
using Wenye.Loans.Features.Funds.RecordRepaymentRate;
using Wenye.Loans.Features.Funds.VerifyFund;

namespace Wenye.Loans.Features.Funds;

/// <summary>What guarantee funds need (担保基金).</summary>
internal static class FundsSetup
{
    public static void AddFunds(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<FundQueries>();
        builder.Services.AddScoped<FundLimits>();
        builder.Services.AddScoped<FundBook>();
        builder.Services.AddScoped<FundAnswers>();
        builder.Services.AddScoped<FoundFundHandler>();
        builder.Services.AddScoped<RecordFundAgreementHandler>();
        builder.Services.AddScoped<RecordFundMovementHandler>();
        builder.Services.AddScoped<RecordRepaymentRateHandler>();
        builder.Services.AddScoped<RecordCounterGuaranteeHandler>();
        builder.Services.AddScoped<GetFundHandler>();
        builder.Services.AddScoped<ListFundsHandler>();
        builder.Services.AddScoped<ListFundEntriesHandler>();
        builder.Services.AddScoped<VerifyFundHandler>();
    }
}
