using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;
using Contract = Wenye.Contracts.Registration.V1.ApplicationImport;
using Stored = Wenye.Registration.Data.ApplicationImport;

namespace Wenye.Registration.Features.Imports;

/// <summary>How calls find their import, and how callers see it (查询导入).</summary>
internal static class ImportQueries
{
    /// <summary>The caller's import of that id.</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND when the agency has begun none.</exception>
    public static async Task<Stored> ImportAsync(this RegistrationDbContext database, string importId, Caller caller, CancellationToken cancellation) =>
        await database.Set<Stored>().AsNoTracking().SingleOrDefaultAsync(import => import.Agency == caller.Agency && import.ImportId == importId, cancellation)
        ?? throw RpcErrors.NotFound("IMPORT_NOT_FOUND", "本机构没有该标识的批量导入，请核对");

    /// <summary>Its faults, in order of the row (错误行).</summary>
    public static IQueryable<RejectedField> FaultsOf(this RegistrationDbContext database, Stored import) =>
        database.Set<RejectedField>().AsNoTracking().Where(fault => fault.Import == import.Id).OrderBy(fault => fault.Row).ThenBy(fault => fault.Ordinal);

    public static Contract ToContract(this Stored import) => new()
    {
        ImportId = import.ImportId,
        NextRow = import.NextRow,
        Taken = import.Taken,
        Rejected = import.Rejected,
    };

    public static ImportFault ToContract(this RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };
}
