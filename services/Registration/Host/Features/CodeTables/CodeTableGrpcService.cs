using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Features.CodeTables.ExportCodeTables;
using Wenye.Registration.Features.CodeTables.ImportCodeTable;
using Wenye.Registration.Features.CodeTables.ListCodeTables;
using Wenye.Registration.Features.CodeTables.LookUpCode;
using Wenye.Registration.Features.CodeTables.SearchCodes;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables;

/// <summary>The calls of the code tables (代码表接口).</summary>
internal sealed class CodeTableGrpcService(
    ListCodeTablesHandler list, LookUpCodeHandler lookUp, SearchCodesHandler search, ImportCodeTableHandler import, ExportCodeTablesHandler export)
    : CodeTableService.CodeTableServiceBase
{
    public override Task<ListCodeTablesResponse> ListCodeTables(ListCodeTablesRequest request, ServerCallContext context) =>
        list.HandleAsync(context.CancellationToken);

    public override Task<LookUpCodeResponse> LookUpCode(LookUpCodeRequest request, ServerCallContext context) =>
        Task.FromResult(lookUp.Handle(request));

    public override Task<SearchCodesResponse> SearchCodes(SearchCodesRequest request, ServerCallContext context) =>
        Task.FromResult(search.Handle(request));

    public override Task<ImportCodeTableResponse> ImportCodeTable(IAsyncStreamReader<ImportCodeTableRequest> requestStream, ServerCallContext context) =>
        import.HandleAsync(requestStream, Caller.From(context), context.CancellationToken);

    public override Task ExportCodeTables(
        ExportCodeTablesRequest request, IServerStreamWriter<ExportCodeTablesResponse> responseStream, ServerCallContext context) =>
        export.HandleAsync(request, responseStream, context.CancellationToken);
}
