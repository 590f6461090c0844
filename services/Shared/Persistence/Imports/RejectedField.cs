namespace Wenye.Persistence;

/// <summary>A fault of a row that was not taken (错误行): never the value, which may be personal data.</summary>
public sealed class RejectedField
{
    /// <summary>The import.</summary>
    public required Guid Import { get; init; }

    /// <summary>The row of the file, from 1.</summary>
    public required long Row { get; init; }

    /// <summary>From 1 within the row, in printed order of the fields.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The ministry code, or the contract's name of a field that has none.</summary>
    public required string Field { get; init; }

    /// <summary>In Chinese, what to do.</summary>
    public required string Message { get; init; }
}
