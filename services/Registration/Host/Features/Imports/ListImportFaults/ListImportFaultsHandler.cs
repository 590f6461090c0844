using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ListImportFaults;

/// <summary>The rows that were not taken (错误行).</summary>
internal sealed class ListImportFaultsHandler(RegistrationDbContext database)
{
    private const int DefaultPageSize = 100;
    private const int MaxPageSize = 1000;

    public async Task<ListImportFaultsResponse> HandleAsync(ListImportFaultsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (row, ordinal) = Demand(request);
        var import = await database.ImportAsync(request.ImportId, caller, cancellation);
        var size = request.PageSize == 0 ? DefaultPageSize : request.PageSize;
        var faults = await database.FaultsOf(import)
            .Where(fault => fault.Row > row || (fault.Row == row && fault.Ordinal > ordinal))
            .Take(size + 1).ToListAsync(cancellation);
        var page = faults.Take(size).ToList();
        return new ListImportFaultsResponse
        {
            Faults = { page.Select(ImportQueries.ToContract) },
            NextPageToken = faults.Count > size ? PageToken.After(request, Text(page[^1].Row), Text(page[^1].Ordinal)) : "",
        };
    }

    // After which fault the page begins.
    private static (long Row, int Ordinal) Demand(ListImportFaultsRequest request)
    {
        List<FieldError> faults = [];
        if (request.PageSize is < 0 or > MaxPageSize)
        {
            faults.Add(new("page_size", $"每页行数应为 1 至 {MaxPageSize}，0 表示 {DefaultPageSize}"));
        }

        var (row, ordinal) = (0L, 0);
        if (!PageToken.TryRead(request, parts: 2, out var after)
            || (after is not null && !(long.TryParse(after[0], CultureInfo.InvariantCulture, out row) && int.TryParse(after[1], CultureInfo.InvariantCulture, out ordinal))))
        {
            faults.Add(new("page_token", "分页标记无效，请用上一页返回的标记，查询条件不变"));
        }

        return faults.Count > 0 ? throw RpcErrors.InvalidArgument(faults) : (row, ordinal);
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
