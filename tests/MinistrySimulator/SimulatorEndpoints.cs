namespace Wenye.MinistrySimulator;

/// <summary>The simulator over HTTP (模拟平台接口): JSON with fields by ministry code.</summary>
internal static class SimulatorEndpoints
{
    private const int MostAtOnce = 100;

    /// <summary>What people use (劳动者): they apply and ask how it stands.</summary>
    public static void MapPeople(this WebApplication app)
    {
        app.MapPost("/people/applications", (Dictionary<string, string> form, SimulatedMinistry ministry) =>
        {
            var (number, faults) = ministry.Apply(form);
            return faults.Count > 0 ? Results.UnprocessableEntity(faults) : Results.Ok(new { number });
        });
        app.MapGet("/people/applications/{number}", (string number, SimulatedMinistry ministry) =>
            ministry.StatusOf(number) is { } status ? Results.Ok(status) : Results.NotFound());
    }

    /// <summary>What testers use (测试控制): what came and how often, and how to misbehave.</summary>
    public static void MapControl(this WebApplication app)
    {
        app.MapGet("/received", (SimulatedMinistry ministry) => ministry.Received);
        app.MapPost("/control", (MisbehaviourSettings wanted, Misbehaviour misbehaviour) => wanted.Apply(misbehaviour));
    }

    /// <summary>What the places use (地方系统): download, acknowledge, upload, ask.</summary>
    public static void MapExchange(this WebApplication app, string? token)
    {
        var misbehaviour = app.Services.GetRequiredService<Misbehaviour>();
        var exchange = app.MapGroup("/").AddEndpointFilter(misbehaviour.BeforeAsync).AddEndpointFilter(async (call, next) =>
            string.IsNullOrEmpty(token) || call.HttpContext.Request.Headers.Authorization == $"Bearer {token}"
                ? await next(call)
                : Results.Unauthorized());
        exchange.MapGet("/applications", (string aab301, string? after, int? limit, SimulatedMinistry ministry) =>
            ministry.Download(aab301, after ?? "", Math.Clamp(limit ?? MostAtOnce, 1, MostAtOnce)));
        exchange.MapPost("/applications/acknowledgements", (string[] numbers, SimulatedMinistry ministry) => ministry.Acknowledge(numbers));
        MapRecords(exchange, misbehaviour, "/review-results", RecordKind.ReviewResult);
        MapRecords(exchange, misbehaviour, "/exits", RecordKind.Exit);
    }

    private static void MapRecords(RouteGroupBuilder exchange, Misbehaviour misbehaviour, string path, RecordKind kind)
    {
        exchange.MapGet(path + "/{division}/{serial}", (string division, string serial, SimulatedMinistry ministry) =>
            ministry.Knows(new(kind, division, serial)) ? Results.Ok() : Results.NotFound());
        exchange.MapPut(path + "/{division}/{serial}", (string division, string serial, Dictionary<string, string> fields, SimulatedMinistry ministry) =>
            ministry.Upload(new(kind, division, serial), fields) is { Count: > 0 } faults ? Results.UnprocessableEntity(faults) : Results.Ok())
            .AddEndpointFilter(misbehaviour.AfterUploadAsync);
    }
}

/// <summary>How to misbehave from now on (故障设置); what is left out is as it should be.</summary>
internal sealed record MisbehaviourSettings(bool Down = false, int SlownessMs = 0, int Refuse = 0, int Drop = 0, int DropAfterTaking = 0, int HangAfterTaking = 0)
{
    public void Apply(Misbehaviour misbehaviour)
    {
        (misbehaviour.Down, misbehaviour.Slowness) = (Down, TimeSpan.FromMilliseconds(SlownessMs));
        (misbehaviour.Refuse, misbehaviour.Drop) = (Refuse, Drop);
        (misbehaviour.DropAfterTaking, misbehaviour.HangAfterTaking) = (DropAfterTaking, HangAfterTaking);
    }
}
