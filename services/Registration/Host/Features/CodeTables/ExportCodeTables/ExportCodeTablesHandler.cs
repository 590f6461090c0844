using Grpc.Core;
using Wenye.CodeTables.Distribution;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables.ExportCodeTables;

/// <summary>Every imported entry (导出代码表), straight from the database: a caller must not be set back by a replica that lags.</summary>
internal sealed class ExportCodeTablesHandler(ICodeTableOrigin database)
{
    public async Task HandleAsync(
        ExportCodeTablesRequest request, IServerStreamWriter<ExportCodeTablesResponse> answers, CancellationToken cancellation)
    {
        long? known = request.HasKnownVersion ? request.KnownVersion : null;
        var tables = await LoadAsync(known, cancellation) ?? new ImportedCodeTables(request.KnownVersion, []);
        foreach (var message in tables.ToMessages())
        {
            await answers.WriteAsync(message, cancellation);
        }
    }

    private async Task<ImportedCodeTables?> LoadAsync(long? known, CancellationToken cancellation)
    {
        try
        {
            return await database.LoadAsync(known, cancellation);
        }
        catch (CodeTablesUnavailableException)
        {
            throw RpcErrors.Unavailable("DATABASE_UNREACHABLE", "暂时无法读取代码表，请稍后重试。");
        }
    }
}
