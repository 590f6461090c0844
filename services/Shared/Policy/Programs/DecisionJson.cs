using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Wenye.Policy;

/// <summary>The canonical JSON of a decision (决定的规范文本): fixed key order, exact decimals, ISO dates, no white space, UTF-8.</summary>
/// <remarks>Stored with every case. It holds the facts and the parameter version, so that <see cref="Replay"/> can decide again.</remarks>
public static class DecisionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Text for officers, the longest part of a decision and the same for all of a region and day.
    private static readonly ConditionalWeakTable<ParameterUse, byte[]> Uses = [];

    /// <summary>The canonical bytes (规范字节).</summary>
    public static byte[] Write(Decision decision)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, decision);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("program", decision.Program);
        json.WriteString("region", decision.Policy.Region.Code);
        json.WriteString("as_of", decision.Policy.AsOf.ToString("yyyy-MM-dd"));
        json.WriteString("parameter_version", decision.Policy.Parameters.Version);
        json.WritePropertyName("facts");
        WriteMap(json, decision.Facts.Recorded());
        json.WriteString("outcome", Term<Outcome>.Text(decision.Outcome));
        json.WriteStartArray("findings");
        foreach (ref readonly var finding in decision.Trace)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteStartArray("missing");
        foreach (var name in decision.Missing)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteStartArray("parameters");
        foreach (var use in decision.Parameters)
        {
            json.WriteRawValue(Uses.GetValue(use, Encode), skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WritePropertyName("outputs");
        WriteMap(json, decision.Outputs);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, in Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("clause", finding.Clause.Citation);
        json.WriteString("answer", Term<Answer>.Text(finding.Answer));
        json.WriteString("fact", finding.Fact);
        json.WriteString("value", finding.Value);
        json.WriteString("threshold", finding.Threshold);
        if (finding.Alternatives is { } alternatives)
        {
            json.WriteStartArray("alternatives");
            foreach (var alternative in alternatives)
            {
                WriteFinding(json, alternative);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static byte[] Encode(ParameterUse use)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            WriteUse(json, use);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteUse(Utf8JsonWriter json, ParameterUse use)
    {
        json.WriteStartObject();
        json.WriteString("name", use.Name);
        json.WriteString("unit", use.Unit.Name);
        json.WritePropertyName("value");
        WriteValue(json, use.Value);
        json.WriteString("clause", use.Clause.Citation);
        json.WriteString("region", use.Region.Code);
        json.WriteString("explanation", use.Explanation);
        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, IEnumerable<NamedValue> entries)
    {
        json.WriteStartObject();
        foreach (var (name, value) in entries)
        {
            if (value.Kind != ValueKind.Unproven)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, PolicyValue value)
    {
        switch (value.Kind)
        {
            case ValueKind.Unproven:
                json.WriteNullValue();
                break;
            case ValueKind.Truth:
                json.WriteBooleanValue(value == PolicyValue.Of(true));
                break;
            case ValueKind.Number:
                json.WriteRawValue(value.ToString());
                break;
            case ValueKind.List:
                json.WriteStartArray();
                foreach (var item in value.Items)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case ValueKind.Map:
                WriteMap(json, value.Entries);
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }
}
