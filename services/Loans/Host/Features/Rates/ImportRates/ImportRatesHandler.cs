using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Rates.ImportRates;

/// <summary>States publications (导入LPR); what is there stays unless the import corrects it.</summary>
internal sealed class ImportRatesHandler(LoansDbContext database, HandledRequests requests, LoanFields fields, TimeProvider time)
{
    private const int MostRows = 1000;

    public async Task<ImportRatesResponse> HandleAsync(ImportRatesRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request, caller);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('lpr_rate', 0))", cancellation);
        if (await requests.FindAsync<ImportRatesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var rows = new RateRows(fields.Today).Read(request.Rates);
        var answer = await WriteAsync(rows, request.Correction.Length > 0 ? request.Correction : null, HandledBy.Of(request.Handling, caller, time), cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static void Demand(ImportRatesRequest request, Caller caller)
    {
        new RequestFaults()
            .Demand(request.Rates.Count is > 0 and <= MostRows, "rates", $"每次应有 1 至 {MostRows} 行")
            .Text(request.Correction, "correction", required: false)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: request.Correction.Length > 0))
            .ThrowIfAny();
        if (caller.VisiblePrefix is not { Length: <= 2 })
        {
            throw RpcErrors.PermissionDenied("PROVINCE_ONLY", "贷款市场报价利率全省共用一表，由省级机构导入");
        }
    }

    private async Task<ImportRatesResponse> WriteAsync(RateRows rows, string? correction, HandledBy by, CancellationToken cancellation)
    {
        DateOnly[] days = [.. rows.Taken.Select(rate => rate.PublishedOn)];
        var there = await database.LprRates.Where(rate => days.Contains(rate.PublishedOn)).ToDictionaryAsync(rate => rate.PublishedOn, cancellation);
        var stated = await database.Set<LprStatement>().Where(one => days.Contains(one.PublishedOn))
            .GroupBy(one => one.PublishedOn).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellation);
        var answer = new ImportRatesResponse { Unchanged = rows.Repeated };
        foreach (var rate in rows.Taken)
        {
            if (there.GetValueOrDefault(rate.PublishedOn) is not { } known)
            {
                database.Add(rate);
                answer.Added++;
            }
            else if (known.OneYear == rate.OneYear && known.FiveYears == rate.FiveYears)
            {
                answer.Unchanged++;
                continue;
            }
            else if (correction is null)
            {
                rows.Fault(rows.RowOf[rate.PublishedOn], "published_on", "该公布日期已有不同利率；确需更正的，请填写更正原因后重新导入");
                continue;
            }
            else
            {
                database.Entry(known).CurrentValues.SetValues(rate);
                answer.Corrected++;
            }

            database.Add(Statement(rate).By(stated.GetValueOrDefault(rate.PublishedOn) + 1, by, correction is null ? null : $"更正：{correction}"));
        }

        answer.Faults.Add(rows.Faults.OrderBy(fault => fault.Row));
        return answer;
    }

    private static LprStatement Statement(LprRate rate) => new() { PublishedOn = rate.PublishedOn, OneYear = rate.OneYear, FiveYears = rate.FiveYears };
}
