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
            throw RpcErrors.InvalidArgument("header", "第一条报文应为导入说明（header），请先发送");
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
            NextRow = 1,
            Taken = 0,
            Rejected = 0,
            Content = RowSequence.Beginning,
        };
    }

    /// <summary>The rows of a message after the header.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT when it has none, or too many.</exception>
    public static RepeatedField<ApplicationRow> RowsOf(ImportApplicationsRequest part) => part.Rows?.Rows is { Count: > 0 and <= MostRows } rows
        ? rows
        : throw RpcErrors.InvalidArgument("rows", $"导入说明之后，每条报文应有 1 至 {MostRows} 行");

    private static IEnumerable<FieldError> Faults(ApplicationImportHeader header)
    {
        if (header.ImportId.Length is 0 or > HandledRequests.MaxRequestIdLength || header.ImportId.Contains('\uFFFD', StringComparison.Ordinal))
        {
            yield return new FieldError("import_id", $"导入标识应为 1 至 {HandledRequests.MaxRequestIdLength} 个字符，每次新的导入请使用新的标识");
        }

        if (!Enum.IsDefined(header.Channel))
        {
            yield return new FieldError("channel", "请从接口定义的登记渠道中选择");
        }
    }
}
