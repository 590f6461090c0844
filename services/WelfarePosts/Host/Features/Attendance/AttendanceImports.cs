using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance;

/// <summary>Begins files of attendance and answers how far they are (考勤文件).</summary>
internal sealed class AttendanceImports(WelfarePostsDbContext database, TimeProvider time)
{
    private const int FaultsShown = 100;

    /// <summary>Begins the file, or finds how far it is (开始或续传).</summary>
    /// <exception cref="Grpc.Core.RpcException">ALREADY_EXISTS when the id was begun for another month, employer or kind of file.</exception>
    public async Task<PostImport> BeginAsync(string importId, DateOnly month, Guid? employer, Caller caller, CancellationToken cancellation)
    {
        var fresh = new PostImport
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Agency = caller.Agency, ImportId = importId, Kind = PostImportKind.Attendance, Month = month, EmployerId = employer,
        };
        var begun = await database.BeginImportAsync(fresh, cancellation);
        return begun.Kind == PostImportKind.Attendance && begun.Month == month && begun.EmployerId == employer ? begun : throw ImportErrors.OtherContent();
    }

    /// <summary>The caller's file of attendance of that id (考勤文件).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND when the agency has begun none.</exception>
    public async Task<PostImport> FindAsync(string importId, Caller caller, CancellationToken cancellation) =>
        await database.ImportAsync<PostImport>(importId, caller, cancellation) is { Kind: PostImportKind.Attendance } found
            ? found
            : throw RpcErrors.NotFound("IMPORT_NOT_FOUND", "本机构没有该标识的批量导入，请核对");

    /// <summary>The first faults (错误行).</summary>
    public async Task<IEnumerable<RowFault>> FaultsAsync(PostImport import, CancellationToken cancellation) =>
        (await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation)).Select(Of);

    /// <summary>How far a file is (导入进度).</summary>
    public static AttendanceImportState Of(PostImport import) => new()
    {
        ImportId = import.ImportId,
        Month = PostFields.Month(import.Month!.Value),
        NextRow = import.NextRow,
        Taken = import.Taken,
        Rejected = import.Rejected,
    };

    /// <summary>A row that was not taken (错误行).</summary>
    public static RowFault Of(RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };
}
