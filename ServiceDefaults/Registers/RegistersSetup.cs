using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Wenye.ServiceDefaults;

/// <summary>Registers what asks Registration about people (人员状态核验接入).</summary>
public static class RegistersSetup
{
    /// <summary>Adds <see cref="PersonRegisters"/>; the service is a client with the role service.</summary>
    public static void AddPersonRegisters(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<PersonRegisters>();
}
