using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>The service <c>grpc.reflection.v1.ServerReflection</c>. One instance a server.</summary>
public class ReflectionV1ServiceImpl : ServerReflection.ServerReflectionBase
{
    private readonly ReflectionAnswers _answers;

    /// <summary>Creates the service of named services, whose files the registry has.</summary>
    public ReflectionV1ServiceImpl(IEnumerable<string> services, SymbolRegistry symbolRegistry) =>
        _answers = new ReflectionAnswers(services, symbolRegistry);

    /// <summary>Creates the service of described services.</summary>
    public ReflectionV1ServiceImpl(IEnumerable<ServiceDescriptor> serviceDescriptors) =>
        _answers = new ReflectionAnswers([.. serviceDescriptors]);

    /// <summary>Creates the service of described services.</summary>
    public ReflectionV1ServiceImpl(params ServiceDescriptor[] serviceDescriptors)
        : this(serviceDescriptors.AsEnumerable())
    {
    }

    /// <inheritdoc />
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken).ConfigureAwait(false))
        {
            var response = Answer(requestStream.Current);
            response.ValidHost = requestStream.Current.Host;
            response.OriginalRequest = requestStream.Current;
            await responseStream.WriteAsync(response).ConfigureAwait(false);
        }
    }

    private ServerReflectionResponse Answer(ServerReflectionRequest request) => request.MessageRequestCase switch
    {
        ServerReflectionRequest.MessageRequestOneofCase.FileByFilename => Files(_answers.FileByName(request.FileByFilename), "File"),
        ServerReflectionRequest.MessageRequestOneofCase.FileContainingSymbol => Files(_answers.FileContaining(request.FileContainingSymbol), "Symbol"),
        ServerReflectionRequest.MessageRequestOneofCase.ListServices => ListServices(),
        _ => Error(ReflectionError.NotSupported),
    };

    private ServerReflectionResponse ListServices()
    {
        var list = new ListServiceResponse();
        list.Service.AddRange(_answers.Services.Select(name => new ServiceResponse { Name = name }));
        return new ServerReflectionResponse { ListServicesResponse = list };
    }

    private static ServerReflectionResponse Files(IReadOnlyList<ByteString>? files, string kind)
    {
        if (files is null)
        {
            return Error(new ReflectionError(StatusCode.NotFound, $"{kind} not found."));
        }

        var found = new FileDescriptorResponse();
        found.FileDescriptorProto.AddRange(files);
        return new ServerReflectionResponse { FileDescriptorResponse = found };
    }

    private static ServerReflectionResponse Error(ReflectionError error) => new()
    {
        ErrorResponse = new ErrorResponse { ErrorCode = (int)error.Code, ErrorMessage = error.Message },
    };
}
