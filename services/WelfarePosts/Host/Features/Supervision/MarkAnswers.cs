using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Supervision;

/// <summary>Imports of marks as callers see them (标记导入应答).</summary>
internal static class MarkAnswers
{
    /// <summary>How far an import is (导入进度).</summary>
    public static MarkImportState ToContract(this PostImport import) => new()
    {
        ImportId = import.ImportId, NextRow = import.NextRow, Taken = import.Taken, Rejected = import.Rejected,
    };

    /// <summary>A row that was not taken (错误行).</summary>
    public static RowFault ToContract(this RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };

    /// <summary>The caller's import of marks of that id.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND.</exception>
    public static async Task<PostImport> MarksAsync(this WelfarePostsDbContext database, string importId, Caller caller, CancellationToken cancellation)
    {
        var import = await database.ImportAsync<PostImport>(importId, caller, cancellation);
        return import.Kind == PostImportKind.Marks ? import : throw RpcErrors.NotFound("IMPORT_NOT_FOUND", "本机构没有该标识的标记导入，请核对");
    }
}
