using System.Text.Json;

namespace Wenye.Policy;

/// <summary>Reads JSON as data (读取JSON), numbers as their text so that decimals stay exact.</summary>
internal static class JsonText
{
    public static DataNode Convert(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new DataNode.Map(element.EnumerateObject().ToDictionary(entry => entry.Name, entry => Convert(entry.Value), StringComparer.Ordinal)),
        JsonValueKind.Array => new DataNode.List([.. element.EnumerateArray().Select(Convert)]),
        JsonValueKind.Null => new DataNode.Null(),
        JsonValueKind.String => new DataNode.Scalar(element.GetString()!),
        _ => new DataNode.Scalar(element.GetRawText()),
    };
}
