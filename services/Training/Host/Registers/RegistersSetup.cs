namespace Wenye.Training.Registers;

/// <summary>What is asked of other services (向其他服务核验).</summary>
internal static class RegistersSetup
{
    public static void AddRegisters(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<PersonRegisters>();
}
