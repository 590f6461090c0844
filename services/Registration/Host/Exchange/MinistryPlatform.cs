using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>The platform over plain JSON and HTTP, fields by ministry code (部级平台适配).</summary>
/// <remarks>No document prints the platform's wire form; see docs/decisions/0038-ministry-exchange.md. Another form is another class like this one.</remarks>
internal sealed class MinistryPlatform(IHttpClientFactory clients) : IMinistryPlatform
{
    private const int PageSize = 100;

    public async Task<IReadOnlyList<Dictionary<string, string>>> DownloadAsync(string division, string after, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(nameof(MinistryPlatform));
        var page = await http.GetFromJsonAsync(
            Relative($"applications?AAB301={division}&after={Uri.EscapeDataString(after)}&limit={PageSize}"),
            MinistryJson.Default.DictionaryStringJsonElementArray, cancellation);
        return [.. (page ?? []).Select(TextOf)];
    }

    public async Task AcknowledgeAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(nameof(MinistryPlatform));
        using var response = await http.PostAsJsonAsync(
            Relative("applications/acknowledgements"), [.. numbers], MinistryJson.Default.StringArray, cancellation);
        response.EnsureSuccessStatusCode();
    }

    public async Task<bool> KnowsAsync(ExchangeKind kind, string division, string serial, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(nameof(MinistryPlatform));
        using var response = await http.GetAsync(PathOf(kind, division, serial), cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }

    public async Task<IReadOnlyList<FieldFault>> UploadAsync(
        ExchangeKind kind, string division, string serial, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation)
    {
        using var http = clients.CreateClient(nameof(MinistryPlatform));
        using var response = await http.PutAsJsonAsync(
            PathOf(kind, division, serial), new Dictionary<string, string>(fields), MinistryJson.Default.DictionaryStringString, cancellation);
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            var faults = await response.Content.ReadFromJsonAsync(MinistryJson.Default.FieldFaultArray, cancellation);
            return faults is { Length: > 0 } ? faults : [new FieldFault("AAZ341", "部级平台退回了该记录，没有说明原因，请与平台联系")];
        }

        response.EnsureSuccessStatusCode();
        return [];
    }

    private static Uri PathOf(ExchangeKind kind, string division, string serial) => Relative(kind switch
    {
        ExchangeKind.ReviewResultUpload => $"review-results/{division}/{serial}",
        ExchangeKind.ExitUpload => $"exits/{division}/{serial}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Nothing of this kind is uploaded."),
    });

    private static Uri Relative(string path) => new(path, UriKind.Relative);

    // The lists print days as N; whether they come as numbers or texts is the same to their rules.
    private static Dictionary<string, string> TextOf(Dictionary<string, JsonElement> fields) => fields
        .Where(field => field.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        .Select(field => (field.Key, Text: field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : field.Value.GetRawText()))
        .Where(field => field.Text.Length > 0)
        .ToDictionary(field => field.Key, field => field.Text, StringComparer.Ordinal);
}

[JsonSerializable(typeof(Dictionary<string, JsonElement>[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(FieldFault[]))]
[JsonSerializable(typeof(string[]))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
internal sealed partial class MinistryJson : JsonSerializerContext;
