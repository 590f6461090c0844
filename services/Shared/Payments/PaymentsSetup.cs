using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Wenye.Payments.Approval;
using Wenye.Payments.Bank;
using Wenye.Payments.Books;
using Wenye.Payments.Books.Statements;
using Wenye.Payments.Calls;
using Wenye.Payments.Ledger;
using Wenye.Payments.PublicLists;

namespace Wenye.Payments;

/// <summary>Registers payments in a service that pays (资金拨付注册).</summary>
public static class PaymentsSetup
{
    /// <summary>Adds <see cref="Payables"/> and what is behind the service's PaymentService (接入资金拨付).</summary>
    /// <param name="builder">The service's; its context maps <see cref="PaymentMapping.AddPayments"/>.</param>
    /// <param name="service">Begins the service's permissions, as "stabilization".</param>
    /// <param name="numberPrefix">Two capital letters that no other service has: payment numbers begin with them, so that the bank never sees one twice.</param>
    public static void AddPayments<TTerms>(this IHostApplicationBuilder builder, string service, string numberPrefix)
        where TTerms : class, IPublicityTerms
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new PayingService(service, numberPrefix));
        services.AddSingleton<IPublicityTerms, TTerms>();
        services.AddSingleton<PaymentTables>();
        services.AddSingleton<Segregation>();
        services.AddScoped<OnceCalls>();
        services.AddScoped<OneMove>();
        services.AddScoped<Payables>();
        services.AddScoped<Publicities>();
        services.AddScoped<PublicNotices>();
        services.AddScoped<Objections>();
        services.AddScoped<Approvals>();
        services.AddScoped<Corrections>();
        services.AddScoped<Budgets>();
        services.AddScoped<Batches>();
        services.AddScoped<PaymentFiles>();
        services.AddScoped<BankAnswers>();
        services.AddScoped<BankReturns>();
        services.AddScoped<Recoveries>();
        services.AddScoped<PaymentQueries>();
        services.AddScoped<Reconciliation>();
        services.AddScoped<FundStatements>();
        services.AddScoped<FundMonths>();
        services.AddScoped<PaymentDesk>();
    }
}

/// <summary>The service that pays (拨付服务).</summary>
/// <param name="Name">Begins its permissions.</param>
/// <param name="NumberPrefix">Begins its payment numbers.</param>
public sealed record PayingService(string Name, string NumberPrefix);
