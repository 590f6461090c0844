using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenye.Persistence;

namespace Wenye.Registration.Forms;

/// <summary>The form as it is stored: its fields by ministry code, readable without the contract that it came by.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class FormJson : JsonSerializerContext
{
    private static readonly FormJson Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(Dictionary<string, string> fields) =>
        JsonSerializer.Serialize(fields, Relaxed.DictionaryStringString);

    /// <summary>The same, encrypted at once.</summary>
    public static SealedText Seal(Dictionary<string, string> fields, PersonalDataProtector protector) =>
        protector.Seal(JsonSerializer.SerializeToUtf8Bytes(fields, Relaxed.DictionaryStringString));

    public static Dictionary<string, string> Read(SealedText form) =>
        JsonSerializer.Deserialize(form.OpenBytes(), Relaxed.DictionaryStringString)
        ?? throw new InvalidDataException("A stored form is never null.");

    public static Dictionary<string, string> Read(string json) =>
        JsonSerializer.Deserialize(json, Relaxed.DictionaryStringString)
        ?? throw new InvalidDataException("A stored form is never null.");
}
