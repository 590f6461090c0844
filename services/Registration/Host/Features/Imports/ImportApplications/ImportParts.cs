using Google.Protobuf.Collections;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Registration.Forms;
using Wenye.ServiceDefaults;
using ApplicationImport = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Reads the messages of a stream (导入报文): first the header, then rows.</summary>
internal static class ImportParts
{
    private const int MostRows = 1000;

    /// <summary>The import that the header names, as it begins.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT when the stream does not begin with a header, or the header is at fault.</exception>
    public static async Task<ApplicationImport> HeaderAsync(
        IAsyncStreamReader<ImportApplicationsRequest> parts, Caller caller, CancellationToken cancellation)
    {
        if (!await parts.MoveNext(cancellation) || parts.Current.Header is not { } header)
        {
            throw ImportStream.NoHeader();
        }

        if (Faults(header).ToList() is { Count: > 0 } faults)
        {
            throw RpcErrors.InvalidArgument(faults);
        }

        return new ApplicationImport
        {
            Id = Guid.CreateVersion7(),
            Agency = caller.Agency,
            ImportId = header.ImportId,
            Channel = header.Channel.Stated(),
        };
    }

    /// <summary>The rows of a message after the header.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT when it has none, or too many.</exception>
    public static RepeatedField<ApplicationRow> RowsOf(ImportApplicationsRequest part) => part.Rows?.Rows is { Count: > 0 and <= MostRows } rows
        ? rows
        : throw ImportStream.WrongNumberOfRows(MostRows);

    private static IEnumerable<FieldError> Faults(ApplicationImportHeader header)
    {
        if (ImportStream.FaultOf(header.ImportId) is { } fault)
        {
            yield return fault;
        }

        if (!Enum.IsDefined(header.Channel))
        {
            yield return new FieldError("channel", "请从接口定义的登记渠道中选择");
        }
    }
}
