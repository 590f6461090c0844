using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>Faults as they are kept with a held record (待处理原因).</summary>
[JsonSerializable(typeof(FieldFault[]))]
internal sealed partial class FaultJson : JsonSerializerContext
{
    private static readonly FaultJson Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(IEnumerable<FieldFault> faults) => JsonSerializer.Serialize([.. faults], Relaxed.FieldFaultArray);

    public static IReadOnlyList<FieldFault> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize(json, Relaxed.FieldFaultArray) ?? [];
}
