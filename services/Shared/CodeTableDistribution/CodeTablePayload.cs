using System.IO.Compression;
using Google.Protobuf;
using Wenye.Contracts.Registration.V1;

namespace Wenye.CodeTables.Distribution;

/// <summary>A table as Redis holds it (代码表缓存内容): ExportCodeTablesResponse, compressed.</summary>
internal static class CodeTablePayload
{
    public static byte[] Write(long version, IEnumerable<CodeEntry> table)
    {
        var message = new ExportCodeTablesResponse { Version = version, Entries = { table.Select(entry => entry.ToContract()) } };
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Fastest))
        {
            message.WriteTo(deflate);
        }

        return compressed.ToArray();
    }

    /// <exception cref="InvalidDataException">It is not a table of this version.</exception>
    public static IEnumerable<CodeEntry> Read(long version, byte[] payload)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(payload), CompressionMode.Decompress);
            var message = ExportCodeTablesResponse.Parser.ParseFrom(deflate);
            return message.Version == version
                ? message.Entries.Select(entry => entry.ToEntry()).ToList()
                : throw new InvalidDataException("A code table in Redis is of another version than the rest.");
        }
        catch (Exception broken) when (broken is InvalidProtocolBufferException or ArgumentOutOfRangeException)
        {
            throw new InvalidDataException("A code table in Redis cannot be read.", broken);
        }
    }
}
