using Wenye.Registration.Features.Register.CancelRegistration;
using Wenye.Registration.Features.Register.CountOverdueServices;
using Wenye.Registration.Features.Register.GetRegistration;
using Wenye.Registration.Features.Register.ListOverdueServices;
using Wenye.Registration.Features.Register.RecordNotice;
using Wenye.Registration.Features.Register.RecordPension;
using Wenye.Registration.Features.Register.RecordService;
using Wenye.Registration.Features.Register.SearchRegistrations;

namespace Wenye.Registration.Features.Register;

/// <summary>What the calls of the register of unemployed people need (失业登记台账).</summary>
internal static class RegisterSetup
{
    public static void AddRegister(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<RegistrationClosing>();
        builder.Services.AddScoped<GetRegistrationHandler>();
        builder.Services.AddScoped<SearchRegistrationsHandler>();
        builder.Services.AddScoped<RecordServiceHandler>();
        builder.Services.AddScoped<ListOverdueServicesHandler>();
        builder.Services.AddSingleton<OfficeBacklogs>();
        builder.Services.AddScoped<CountOverdueServicesHandler>();
        builder.Services.AddScoped<CancelRegistrationHandler>();
        builder.Services.AddScoped<RecordNoticeHandler>();
        builder.Services.AddScoped<RecordPensionHandler>();
    }
}
