using Wenye.Loans.Features.Partners.ListPartners;
using Wenye.Loans.Features.Partners.RegisterPartner;
using Wenye.Loans.Features.Partners.WithdrawPartner;

namespace Wenye.Loans.Features.Partners;

/// <summary>What the calls of banks and guarantors need (经办机构).</summary>
internal static class PartnersSetup
{
    public static void AddPartners(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RegisterPartnerHandler>();
        builder.Services.AddScoped<WithdrawPartnerHandler>();
        builder.Services.AddScoped<ListPartnersHandler>();
    }
}
