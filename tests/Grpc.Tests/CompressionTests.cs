using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;

namespace Wenye.Rpc.Tests;

/// <summary>Compressed messages, each way.</summary>
public sealed class CompressionTests(EchoServer server)
{
    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Messages_are_compressed_each_way(string requestEncoding)
    {
        using var spy = new EncodingSpy();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = spy });
        var text = new string('字', 10_000);

        var answer = await new Echo.EchoClient(channel).SayAsync(
            new Words { Text = text },
            new Metadata { { "grpc-internal-encoding-request", requestEncoding } },
            cancellationToken: TestContext.Current.CancellationToken);

        answer.Text.ShouldBe(text);
        spy.Seen.ShouldBe([$"request {requestEncoding}", "response gzip"]);
    }

    private sealed class EncodingSpy() : DelegatingHandler(new SocketsHttpHandler())
    {
        public ConcurrentQueue<string> Seen { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Enqueue($"request {request.Headers.GetValues("grpc-encoding").Single()}");
            var response = await base.SendAsync(request, cancellationToken);
            Seen.Enqueue($"response {response.Headers.GetValues("grpc-encoding").Single()}");
            return response;
        }
    }
}
