using System.IO.Pipelines;

namespace Pipelines.Sockets.Unofficial;

/// <summary>Pipes over a stream, which a client uses for TLS and tunnels.</summary>
public static class StreamConnection
{
    private const int ReadBufferBytes = 16 * 1024;

    public static PipeReader GetReader(Stream stream, PipeOptions? pipeOptions = null, string? name = null) =>
        PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBufferBytes));

    public static IDuplexPipe GetDuplex(
        Stream stream, PipeOptions? sendPipeOptions, PipeOptions? receivePipeOptions, string? name = null) =>
        new StreamDuplex(stream, sendPipeOptions ?? PipeOptions.Default);

    private sealed class StreamDuplex : IDuplexPipe
    {
        private readonly Stream _stream;
        private readonly Pipe _toSend;

        public StreamDuplex(Stream stream, PipeOptions sendOptions)
        {
            _stream = stream;
            _toSend = new Pipe(sendOptions);
            Input = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: ReadBufferBytes, leaveOpen: true));
            sendOptions.ReaderScheduler.Schedule(static self => _ = ((StreamDuplex)self!).SendAllAsync(), this);
        }

        public PipeReader Input { get; }

        public PipeWriter Output => _toSend.Writer;

        // The writer sees a failure at its next flush, the reader as the end of the stream, which is closed here.
        private async Task SendAllAsync()
        {
            Exception? error = null;
            try
            {
                await _toSend.Reader.CopyToAsync(_stream);
            }
            catch (Exception e)
            {
                error = e;
            }
            await _toSend.Reader.CompleteAsync(error);
            await _stream.DisposeAsync();
        }
    }
}
