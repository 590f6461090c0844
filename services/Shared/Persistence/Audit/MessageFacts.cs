using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Wenye.Contracts.Policy.V1;

namespace Wenye.Persistence;

/// <summary>What an entry tells of a message (报文要素): ids of records, who acts, which decision. By the contract's field names; nothing else of it is read.</summary>
internal static class MessageFacts
{
    private const int Deepest = 5;
    private static readonly ConcurrentDictionary<MessageDescriptor, Plan> Plans = [];

    /// <summary>UUIDs in fields that name records (记录标识): "id", "…_id", "…_ids", in messages of the message too.</summary>
    /// <param name="message">Request or answer.</param>
    /// <param name="into">Where they are put.</param>
    /// <param name="most">No more than these.</param>
    public static void CollectIds(IMessage message, ISet<Guid> into, int most) => CollectIds(message, into, most, Deepest);

    /// <summary>The first text of a field of that name (取字段), of the message or of one in it; null: none.</summary>
    public static string? Text(IMessage message, string field) => Text(message, field, Deepest);

    /// <summary>The decisions that an answer holds (所含决定).</summary>
    public static IEnumerable<Decision> Decisions(IMessage message) => Decisions(message, Deepest);

    private static void CollectIds(IMessage message, ISet<Guid> into, int most, int depth)
    {
        var plan = PlanOf(message.Descriptor);
        foreach (var field in plan.Ids)
        {
            foreach (var text in field.IsRepeated ? (IEnumerable<string>)field.Accessor.GetValue(message) : [(string)field.Accessor.GetValue(message)])
            {
                if (into.Count < most && Guid.TryParseExact(text, "D", out var id))
                {
                    into.Add(id);
                }
            }
        }

        foreach (var inner in depth == 0 ? [] : plan.Inner(message, repeated: true))
        {
            CollectIds(inner, into, most, depth - 1);
        }
    }

    private static string? Text(IMessage message, string field, int depth) =>
        message.Descriptor.FindFieldByName(field) is { FieldType: FieldType.String, IsRepeated: false } own && own.Accessor.GetValue(message) is string { Length: > 0 } text ? text
        : depth == 0 ? null
        : PlanOf(message.Descriptor).Inner(message, repeated: false).Select(inner => Text(inner, field, depth - 1)).FirstOrDefault(found => found is not null);

    private static IEnumerable<Decision> Decisions(IMessage message, int depth) =>
        message is Decision decision ? [decision]
        : depth == 0 ? []
        : PlanOf(message.Descriptor).Inner(message, repeated: false).SelectMany(inner => Decisions(inner, depth - 1));

    private static Plan PlanOf(MessageDescriptor message) => Plans.GetOrAdd(message, static of => new(
        [.. of.Fields.InDeclarationOrder().Where(field => field.FieldType == FieldType.String && !field.IsMap && NamesRecords(field.Name))],
        [.. of.Fields.InDeclarationOrder().Where(field => field is { FieldType: FieldType.Message, IsMap: false })]));

    private static bool NamesRecords(string field) =>
        field is "id" or "ids" || field.EndsWith("_id", StringComparison.Ordinal) || field.EndsWith("_ids", StringComparison.Ordinal);

    private sealed record Plan(FieldDescriptor[] Ids, FieldDescriptor[] Messages)
    {
        public IEnumerable<IMessage> Inner(IMessage message, bool repeated)
        {
            foreach (var field in Messages)
            {
                var value = field.Accessor.GetValue(message);
                if (!field.IsRepeated && value is IMessage one)
                {
                    yield return one;
                }
                else if (repeated && value is System.Collections.IEnumerable many)
                {
                    foreach (var item in many)
                    {
                        yield return (IMessage)item;
                    }
                }
            }
        }
    }
}
