using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller writes one message to: a whole array, or a buffer that it fills.</summary>
public abstract class SerializationContext
{
    /// <summary>Ends the message with a payload that the caller gives away.</summary>
    public virtual void Complete(byte[] payload) => throw NotSupported();

    /// <summary>The buffer to write the payload into; end with <see cref="Complete()" />.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw NotSupported();

    /// <summary>Says the size of the payload in bytes before the buffer is taken, which saves a copy.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Ends a message that was written into the buffer.</summary>
    public virtual void Complete() => throw NotSupported();

    private NotSupportedException NotSupported() => new($"{GetType()} does not take a payload this way.");
}

/// <summary>Where a marshaller reads one message from.</summary>
public abstract class DeserializationContext
{
    /// <summary>The size of the payload in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The payload in an array of its own.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw NotSupported();

    /// <summary>The payload without a copy; valid only while the message is read.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw NotSupported();

    private NotSupportedException NotSupported() => new($"{GetType()} does not give its payload this way.");
}
