using System.Collections.Concurrent;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Wenye.Probe;

/// <summary>A span as it arrived.</summary>
public sealed record CollectedSpan(
    string Service, string Scope, string Name, string TraceId, string SpanId, string ParentId, IReadOnlyDictionary<string, string> Tags);

/// <summary>An OTLP collector (HTTP, protobuf) on a free port that keeps what it is sent.</summary>
public sealed class TelemetryCollector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TelemetryCollector(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    public ConcurrentQueue<CollectedSpan> Spans { get; } = [];

    public ConcurrentQueue<string> Metrics { get; } = [];

    public ConcurrentQueue<byte[]> Logs { get; } = [];

    /// <summary>What makes a host send here.</summary>
    public string[] Settings => [$"--OTEL_EXPORTER_OTLP_ENDPOINT={Address}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"];

    public static async Task<TelemetryCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var collector = new TelemetryCollector(app);
        RequestDelegate traces = Take(body => Items(body).ForEach(span => collector.Spans.Enqueue(Span(span))));
        RequestDelegate metrics = Take(body => Items(body).ForEach(metric => collector.Metrics.Enqueue(Text(metric.Item, 1))));
        RequestDelegate logs = Take(collector.Logs.Enqueue);
        app.MapPost("/v1/traces", traces);
        app.MapPost("/v1/metrics", metrics);
        app.MapPost("/v1/logs", logs);
        await app.StartAsync();
        collector.Address = ProbeHost.Addresses(app)[0];
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static RequestDelegate Take(Action<byte[]> keep) => async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        keep(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    };

    // Resource(1) > scope(2) > item(2) in all three signals; a scope's name is field 1 of its field 1, a resource's
    // attributes are field 1 of its field 1.
    private static List<(string Service, string Scope, ByteString Item)> Items(byte[] body) =>
    [
        .. from resource in All(ByteString.CopyFrom(body), 1)
           let service = Tags(All(resource, 1).FirstOrDefault(ByteString.Empty), 1).GetValueOrDefault("service.name", "")
           from scope in All(resource, 2)
           from item in All(scope, 2)
           select (service, All(scope, 1).Select(name => Text(name, 1)).FirstOrDefault(""), item),
    ];

    private static CollectedSpan Span((string Service, string Scope, ByteString Item) span) => new(
        span.Service, span.Scope, Text(span.Item, 5), Hex(span.Item, 1), Hex(span.Item, 2), Hex(span.Item, 4), Tags(span.Item, 9));

    private static Dictionary<string, string> Tags(ByteString message, int field) =>
        All(message, field).GroupBy(tag => Text(tag, 1), StringComparer.Ordinal).ToDictionary(
            tags => tags.Key, tags => All(tags.Last(), 2).Select(value => Text(value, 1)).FirstOrDefault(""), StringComparer.Ordinal);

    private static string Text(ByteString message, int field) => All(message, field).FirstOrDefault(ByteString.Empty).ToStringUtf8();

    private static string Hex(ByteString message, int field) =>
        Convert.ToHexString(All(message, field).FirstOrDefault(ByteString.Empty).Span);

    private static IEnumerable<ByteString> All(ByteString message, int field)
    {
        var input = message.CreateCodedInput();
        for (var tag = input.ReadTag(); tag != 0; tag = input.ReadTag())
        {
            if (tag == WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited))
                yield return input.ReadBytes();
            else
                input.SkipLastField();
        }
    }
}
