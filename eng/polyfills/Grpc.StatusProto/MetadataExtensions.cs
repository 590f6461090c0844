using Google.Protobuf;

namespace Grpc.Core;

/// <summary>Reads and writes the detailed status in trailers.</summary>
public static class MetadataExtensions
{
    /// <summary>The trailer of the detailed status.</summary>
    public const string StatusDetailsTrailerName = "grpc-status-details-bin";

    /// <summary>The detailed status, or null if there is none, or if it cannot be read and errors are to be ignored.</summary>
    /// <exception cref="InvalidProtocolBufferException">The trailer is not a status.</exception>
    public static Google.Rpc.Status? GetRpcStatus(this Metadata metadata, bool ignoreParseError = false)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Get(StatusDetailsTrailerName) is not { } entry)
        {
            return null;
        }

        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(entry.ValueBytes);
        }
        catch (InvalidProtocolBufferException) when (ignoreParseError)
        {
            return null;
        }
    }

    /// <summary>Puts the detailed status into the trailers, in place of any that is there.</summary>
    public static void SetRpcStatus(this Metadata metadata, Google.Rpc.Status status)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(status);
        foreach (var entry in metadata.GetAll(StatusDetailsTrailerName).ToList())
        {
            metadata.Remove(entry);
        }

        metadata.Add(StatusDetailsTrailerName, status.ToByteArray());
    }
}
