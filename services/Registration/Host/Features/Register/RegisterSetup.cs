using Wenye.Registration.Features.Register.GetRegistration;
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
    }
}
