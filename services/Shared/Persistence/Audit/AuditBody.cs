using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Wenye.Contracts.Policy.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>What an entry says (审计内容), as JSON. No name, number, account or free text of anybody: who acts stands there as a keyed hash, what was asked too.</summary>
internal static class AuditBody
{
    /// <summary>Subjects that an entry names, at most, of a change; of a reading it names all it shows, up to the second.</summary>
    private const int MostChanged = 32;
    private const int MostRead = 1000;

    // Kept as text that a person reads with psql: Chinese stays Chinese.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Of these calls, or of a service's own work (内容).</summary>
    /// <param name="calls">Who and what; none where nobody said: the process itself.</param>
    /// <param name="service">The process.</param>
    /// <param name="protector">Hashes who acts and what was asked.</param>
    /// <param name="written">What was written, where it is known.</param>
    public static string Of(IReadOnlyList<AuditedCall?> calls, string service, PersonalDataProtector protector, AuditedRows? written)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("kind", calls is [{ } first, ..] ? KindOf(first) : "change");
            json.WriteString("service", service);
            json.WriteStartArray("calls");
            foreach (var call in calls)
            {
                WriteCall(json, call, protector, calls.Count == 1 ? written : null);
            }

            json.WriteEndArray();
            if (written is { Counts.Count: > 0 })
            {
                json.WriteStartObject("rows");
                foreach (var (table, count) in written.Counts)
                {
                    json.WriteNumber(table, count);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Of the head that another service told (链首锚定).</summary>
    public static string Anchor(string service, string of, long number, long seq, byte[] head)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("kind", "anchor");
            json.WriteString("service", service);
            json.WriteString("of", of);
            json.WriteNumber("number", number);
            json.WriteNumber("seq", seq);
            json.WriteString("head", Convert.ToHexStringLower(head));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string KindOf(AuditedCall call) =>
        call.ReadsOnly ? "read"
        : call.Pays ? "payment"
        : call.Answer is { } answer && MessageFacts.Decisions(answer).Any() ? "decision"
        : "change";

    private static void WriteCall(Utf8JsonWriter json, AuditedCall? call, PersonalDataProtector protector, AuditedRows? written)
    {
        json.WriteStartObject();
        if (call is null)
        {
            json.WriteEndObject();
            return;
        }

        if (call.Work.Length > 0)
        {
            json.WriteString("work", call.Work);
        }
        else
        {
            WriteWho(json, call);
            WriteWhat(json, call, protector);
        }

        if (call.ReadsInFull)
        {
            json.WriteBoolean("in_full", true);
        }

        WriteSubjects(json, call, written);
        json.WriteEndObject();
    }

    private static void WriteWho(Utf8JsonWriter json, AuditedCall call)
    {
        json.WriteString("rpc", call.Rpc);
        json.WriteString("agency", call.Caller?.Agency);
        json.WriteString("client", call.Client);
        json.WriteString("roles", string.Join(' ', call.Caller?.Roles.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()));
        json.WriteString("division", call.Caller?.Division);
        json.WriteString("from", call.From);
    }

    private static void WriteWhat(Utf8JsonWriter json, AuditedCall call, PersonalDataProtector protector)
    {
        if (call.Request is { } request)
        {
            WriteIfThere(json, "request_id", MessageFacts.Text(request, "request_id") ?? MessageFacts.Text(request, "import_id"));
            WriteIfThere(json, "office", MessageFacts.Text(request, "office_id"));
            WriteIfThere(json, "operator", MessageFacts.Text(request, "operator") is { } name ? Convert.ToBase64String(protector.LookupHash(name)) : null);
            json.WriteBase64String("content", call.Content ?? protector.LookupHash(Google.Protobuf.MessageExtensions.ToByteArray(request)));
        }

        if (call.Answer is { } answer)
        {
            foreach (var decision in MessageFacts.Decisions(answer).Take(1))
            {
                json.WriteString("decision", decision.Program);
                json.WriteString("outcome", decision.Outcome.ToString());
                WriteIfThere(json, "because", string.Join("；", decision.Findings.Where(one => one.Answer != Answer.Met).Select(one => $"{one.Clause.Document} {one.Clause.Item}").Distinct(StringComparer.Ordinal)));
            }
        }
    }

    private static void WriteSubjects(Utf8JsonWriter json, AuditedCall call, AuditedRows? written)
    {
        var subjects = new HashSet<Guid>();
        if (call.Request is { } request)
        {
            MessageFacts.CollectIds(request, subjects, MostChanged);
        }

        if (call.Answer is { } answer)
        {
            MessageFacts.CollectIds(answer, subjects, call.ReadsInFull ? MostRead : MostChanged);
        }

        subjects.UnionWith(written?.Ids.Take(MostChanged - Math.Min(MostChanged, subjects.Count)) ?? []);
        if (subjects.Count > 0)
        {
            json.WriteStartArray("subjects");
            foreach (var subject in subjects)
            {
                json.WriteStringValue(subject);
            }

            json.WriteEndArray();
        }
    }

    // A caller chooses it: too long a one is its own fault and is cut.
    private static void WriteIfThere(Utf8JsonWriter json, string name, string? value)
    {
        const int most = 200;
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value.Length <= most ? value : value[..most]);
        }
    }
}

/// <summary>What a transaction wrote, as far as the context knows (写入的行).</summary>
/// <param name="Counts">Rows by table.</param>
/// <param name="Ids">Keys of the records among them.</param>
internal sealed record AuditedRows(IReadOnlyDictionary<string, int> Counts, IReadOnlyCollection<Guid> Ids);
