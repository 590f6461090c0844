namespace Wenye.MinistrySimulator;

/// <summary>The simulator as a program, also inside a test's process (部级平台模拟).</summary>
public static class SimulatorApp
{
    /// <summary>The application, not yet started. Setting Ministry:Token, if any, must be presented by whoever exchanges.</summary>
    public static WebApplication Build(string[] args, TimeProvider time)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<SimulatedMinistry>();
        builder.Services.AddSingleton<Misbehaviour>();
        var app = builder.Build();
        app.MapGet("/health", () => "ok");
        app.MapPeople();
        app.MapControl();
        app.MapExchange(app.Configuration["Ministry:Token"]);
        return app;
    }
}
