using Wenye.Loans.Features.Compensations.DeclineCompensation;
using Wenye.Loans.Features.Compensations.GetCompensation;
using Wenye.Loans.Features.Compensations.ListCompensations;
using Wenye.Loans.Features.Compensations.RecordPursuit;
using Wenye.Loans.Features.Compensations.RequestCompensation;
using Wenye.Loans.Features.Compensations.SettleCompensation;
using Wenye.Loans.Features.Compensations.WriteOffCompensation;

namespace Wenye.Loans.Features.Compensations;

/// <summary>What compensation needs (代偿).</summary>
internal static class CompensationsSetup
{
    public static void AddCompensations(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<CompensationQueries>();
        builder.Services.AddScoped<CompensationDecisions>();
        builder.Services.AddScoped<RequestCompensationHandler>();
        builder.Services.AddScoped<SettleCompensationHandler>();
        builder.Services.AddScoped<DeclineCompensationHandler>();
        builder.Services.AddScoped<RecordPursuitHandler>();
        builder.Services.AddScoped<WriteOffCompensationHandler>();
        builder.Services.AddScoped<GetCompensationHandler>();
        builder.Services.AddScoped<ListCompensationsHandler>();
    }
}
