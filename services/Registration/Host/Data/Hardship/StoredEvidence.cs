using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenye.Registration.Data;

/// <summary>A piece of evidence as stored (证明材料或比对结果), inside the encrypted text of its recognition.</summary>
/// <param name="Fact">The fact of registration.hardship that it shows.</param>
/// <param name="Value">What it says.</param>
/// <param name="Source">Where it comes from (来源).</param>
/// <param name="ObtainedOn">When.</param>
public sealed record StoredEvidence(string Fact, string Value, string Source, DateOnly ObtainedOn)
{
    /// <summary>Never the values: a record's text could reach a log.</summary>
    public override string ToString() => nameof(StoredEvidence);

    internal static string Write(IReadOnlyList<StoredEvidence> evidence) => JsonSerializer.Serialize(evidence, EvidenceJson.Relaxed.IReadOnlyListStoredEvidence);

    internal static IReadOnlyList<StoredEvidence> Read(string json) =>
        JsonSerializer.Deserialize(json, EvidenceJson.Relaxed.IReadOnlyListStoredEvidence) ?? throw new InvalidDataException("Stored evidence is never null.");
}

[JsonSerializable(typeof(IReadOnlyList<StoredEvidence>))]
internal sealed partial class EvidenceJson : JsonSerializerContext
{
    public static readonly EvidenceJson Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
