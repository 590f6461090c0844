using Wenye.Registration.Features.Offices.GetOffice;
using Wenye.Registration.Features.Offices.ImportOffices;
using Wenye.Registration.Features.Offices.SearchOffices;

namespace Wenye.Registration.Features.Offices;

/// <summary>What the directory of offices needs (机构清单).</summary>
internal static class OfficesSetup
{
    public static void AddOffices(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<OfficeDirectory>();
        builder.Services.AddScoped<GetOfficeHandler>();
        builder.Services.AddScoped<SearchOfficesHandler>();
        builder.Services.AddScoped<ImportOfficesHandler>();
    }
}
