using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Wenye.Policy;

/// <summary>Reads YAML with anchors and merge keys, or JSON, which is YAML too (读取YAML).</summary>
public static class YamlText
{
    private const string MergeKey = "<<";

    /// <summary>The document's content; an empty list when there is none.</summary>
    /// <exception cref="PolicyDataException">The text is not YAML.</exception>
    public static DataNode Parse(string source, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            throw new PolicyDataException(source, $"第{fault.Start.Line}行不是有效的YAML：{fault.Message}");
        }

        return stream.Documents.Count == 0 ? new DataNode.List([]) : Convert(stream.Documents[0].RootNode);
    }

    private static DataNode Convert(YamlNode node) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } => new DataNode.Null(),
        YamlScalarNode scalar => new DataNode.Scalar(scalar.Value ?? ""),
        YamlSequenceNode list => new DataNode.List([.. list.Select(Convert)]),
        YamlMappingNode map => new DataNode.Map(Entries(map)),
        _ => throw new InvalidOperationException($"An alias was left unresolved at {node.Start}."),
    };

    private static Dictionary<string, DataNode> Entries(YamlMappingNode map)
    {
        var entries = new Dictionary<string, DataNode>(StringComparer.Ordinal);
        foreach (var (key, value) in map)
        {
            var name = ((YamlScalarNode)key).Value ?? "";
            if (name != MergeKey)
            {
                entries[name] = Convert(value);
            }
        }

        foreach (var (name, value) in Merged(map).SelectMany(Entries))
        {
            entries.TryAdd(name, value);
        }

        return entries;
    }

    /// <summary>What <c>&lt;&lt;</c> merges in: a map or a list of maps, the earlier before the later, all after the map's own keys.</summary>
    private static IEnumerable<YamlMappingNode> Merged(YamlMappingNode map) =>
        map.Where(pair => pair.Key is YamlScalarNode { Value: MergeKey })
            .SelectMany(pair => pair.Value is YamlSequenceNode list ? list.Children : [pair.Value])
            .OfType<YamlMappingNode>();
}
