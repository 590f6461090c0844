namespace Wenye.Policy;

/// <summary>Data as YAML or JSON give it (数据节点), before anyone says what it means: numbers are still text.</summary>
public abstract record DataNode
{
    private DataNode()
    {
    }

    /// <summary>Text, a number, a date or a word (标量).</summary>
    /// <param name="Text">Exactly as written.</param>
    public sealed record Scalar(string Text) : DataNode;

    /// <summary>Nothing stated (空).</summary>
    public sealed record Null : DataNode;

    /// <summary>A list (列表).</summary>
    public sealed record List(IReadOnlyList<DataNode> Items) : DataNode;

    /// <summary>Nodes by name (映射), in the order written.</summary>
    public sealed record Map(IReadOnlyDictionary<string, DataNode> Entries) : DataNode
    {
        /// <summary>The node of that name; null when there is none.</summary>
        public DataNode? Find(string name) => Entries.GetValueOrDefault(name);
    }
}
