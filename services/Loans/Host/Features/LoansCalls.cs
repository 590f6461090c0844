using Wenye.Calls;
using Wenye.Loans.Features.Applications;
using Wenye.Loans.Features.BankFiles;
using Wenye.Loans.Features.Books;
using Wenye.Loans.Features.Compensations;
using Wenye.Loans.Features.Funds;
using Wenye.Loans.Features.Partners;
using Wenye.Loans.Features.Payments;
using Wenye.Loans.Features.Rates;
using Wenye.Loans.Features.Subsidies;
using Wenye.Payments;

namespace Wenye.Loans.Features;

/// <summary>Every feature and gRPC service of Loans (创业担保贷款各接口), one a line.</summary>
internal static class LoansCalls
{
    public static void AddFeatures(this IHostApplicationBuilder builder)
    {
        builder.AddPayments<PublicityTerms>("loans", "LN");
        builder.Services.AddScoped<CallingPartner>();
        builder.Services.AddScoped<LoanFields>();
        builder.Services.AddScoped<PersonReads>();
        builder.AddPartners();
        builder.AddRates();
        builder.AddFunds();
        builder.AddBooks();
        builder.AddSubsidies();
        builder.AddApplications();
        builder.AddCompensations();
        builder.AddBankFiles();
    }

    public static void MapCalls(this WebApplication app)
    {
        app.MapGrpcService<PartnerGrpcService>();
        app.MapGrpcService<RateGrpcService>();
        app.MapGrpcService<GuaranteeFundGrpcService>();
        app.MapGrpcService<LoanBookGrpcService>();
        app.MapGrpcService<InterestSubsidyGrpcService>();
        app.MapGrpcService<ApplicationGrpcService>();
        app.MapGrpcService<CompensationGrpcService>();
        app.MapGrpcService<LoanImportGrpcService>();
        app.MapGrpcService<PaymentGrpcService>();
        app.MapGrpcService<DecisionGrpcService>();
        app.MapGrpcService<AuditGrpcService>();
    }
}
