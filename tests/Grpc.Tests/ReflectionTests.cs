using Google.Protobuf.Reflection;
using Grpc.Core;
using V1 = Grpc.Reflection.V1;
using V1Alpha = Grpc.Reflection.V1Alpha;

namespace Wenye.Rpc.Tests;

/// <summary>Reflection, in the version that tools ask for first and the one they fall back to.</summary>
public sealed class ReflectionTests(EchoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Services_are_listed()
    {
        var v1 = await AskAsync(new V1.ServerReflectionRequest { ListServices = "" });
        var alpha = await AskAsync(new V1Alpha.ServerReflectionRequest { ListServices = "" });

        var names = v1.ListServicesResponse.Service.Select(service => service.Name).ToList();
        names.ShouldBe(
            ["wenye.rpc.tests.Echo", "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection"],
            ignoreOrder: true);
        alpha.ListServicesResponse.Service.Select(service => service.Name).ShouldBe(names);
    }

    [Theory]
    [InlineData("wenye.rpc.tests.Echo")]
    [InlineData("wenye.rpc.tests.Echo.Say")]
    [InlineData("wenye.rpc.tests.Words")]
    [InlineData("wenye.rpc.tests.Words.text")]
    public async Task A_file_is_found_by_what_it_declares(string symbol)
    {
        var response = await AskAsync(new V1.ServerReflectionRequest { FileContainingSymbol = symbol });

        var file = FileDescriptorProto.Parser.ParseFrom(response.FileDescriptorResponse.FileDescriptorProto[0]);
        file.Name.ShouldBe("echo.proto");
        file.Service.Single().Method.Count.ShouldBe(7);
        response.OriginalRequest.FileContainingSymbol.ShouldBe(symbol);
    }

    [Fact]
    public async Task A_file_is_found_by_name() =>
        (await AskAsync(new V1.ServerReflectionRequest { FileByFilename = "echo.proto" }))
            .FileDescriptorResponse.FileDescriptorProto.Count.ShouldBe(1);

    [Fact]
    public async Task What_is_unknown_or_not_supported_is_an_error_in_the_answer()
    {
        (await AskAsync(new V1.ServerReflectionRequest { FileContainingSymbol = "no.such.Thing" })).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound);
        (await AskAsync(new V1Alpha.ServerReflectionRequest { FileByFilename = "no.proto" })).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.NotFound);
        (await AskAsync(new V1.ServerReflectionRequest { AllExtensionNumbersOfType = "wenye.rpc.tests.Words" })).ErrorResponse.ErrorCode.ShouldBe((int)StatusCode.Unimplemented);
    }

    private async Task<V1.ServerReflectionResponse> AskAsync(V1.ServerReflectionRequest request)
    {
        using var call = new V1.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(cancellationToken: Ct);
        await call.RequestStream.WriteAsync(request, Ct);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync(Ct).SingleAsync(Ct);
    }

    private async Task<V1Alpha.ServerReflectionResponse> AskAsync(V1Alpha.ServerReflectionRequest request)
    {
        using var call = new V1Alpha.ServerReflection.ServerReflectionClient(server.Channel).ServerReflectionInfo(cancellationToken: Ct);
        await call.RequestStream.WriteAsync(request, Ct);
        await call.RequestStream.CompleteAsync();
        return await call.ResponseStream.ReadAllAsync(Ct).SingleAsync(Ct);
    }
}
