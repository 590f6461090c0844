using System.Security.Cryptography;
using Google.Protobuf;
using Wenye.ServiceDefaults;

namespace Wenye.Persistence;

/// <summary>Follows the rows of a stream (行序): which are settled already, and whether those are the ones that were settled.</summary>
/// <remarks>The hash of each row is chained to the one before, so a stream that begins at row 1 again is compared as a whole.</remarks>
public sealed class RowSequence(ImportProgress import, PersonalDataProtector protector)
{
    private long last;

    /// <summary>The hash before the first row of an import (初始散列).</summary>
    public static readonly byte[] Beginning = new byte[32];

    /// <summary>Hash over all rows up to the last one; unknown, and empty, while settled rows are resent from the middle.</summary>
    public byte[] Content { get; private set; } = Beginning;

    /// <summary>Takes the next row (下一行).</summary>
    /// <param name="row">Its number in the file.</param>
    /// <param name="content">The row.</param>
    /// <returns>False for one that is settled already.</returns>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when a row is left out; ALREADY_EXISTS when the settled rows were others.</exception>
    public bool IsNew(long row, IMessage content)
    {
        var expected = last == 0 ? Math.Clamp(row, 1, import.NextRow) : last + 1;
        if (row != expected)
        {
            throw RpcErrors.InvalidArgument("row", $"行号应从 1 起逐行递增、没有间断，此处应为第 {expected} 行；续传时不晚于 next_row");
        }

        Content = last == 0 && row == import.NextRow ? import.Content : last == 0 && row > 1 ? [] : Content;
        last = row;
        if (Content.Length > 0)
        {
            Content = protector.LookupHash([.. Content, .. content.ToByteArray()]);
        }

        if (row == import.NextRow - 1)
        {
            DemandSame();
        }

        return row >= import.NextRow;
    }

    private void DemandSame()
    {
        if (Content.Length > 0 && !CryptographicOperations.FixedTimeEquals(Content, import.Content))
        {
            throw ImportErrors.OtherContent();
        }

        Content = import.Content;
    }
}
