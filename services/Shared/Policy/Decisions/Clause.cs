namespace Wenye.Policy;

/// <summary>A clause of a document (条款), cited as <c>文号 条款</c>.</summary>
/// <param name="Document">Document number (文号), for example 鲁人社字〔2020〕39号.</param>
/// <param name="Item">Article or item as the document numbers it, Chinese numerals and ASCII brackets: <c>二(一)9</c>.</param>
public sealed record Clause(string Document, string Item)
{
    /// <summary>The citation (引文), for example <c>鲁人社字〔2020〕39号 二(一)9</c>.</summary>
    public string Citation { get; } = $"{Document} {Item}";

    /// <summary>A fixed hash of the citation, the same in every process.</summary>
    internal ulong Code { get; } = ShapeCode.Mix(ShapeCode.Mix(0, Document), Item);

    /// <inheritdoc/>
    public override string ToString() => Citation;
}
