using System.Data;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Calls;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments.Books;

/// <summary>Verifies the books against the payments and budgets (对账), all as of one moment.</summary>
/// <remarks>鲁人社函〔2020〕10号 四(八): 财务至少每月与业务、银行…进行对账…保证业务流与资金流匹配.</remarks>
public sealed class Reconciliation(ServiceDbContext database)
{
    private const int MostDifferences = 1000;

    /// <summary>Compares, and tells what does not agree; nothing when all is well (对账).</summary>
    public async Task<ReconcileResponse> RunAsync(ReconcileRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(request.Year is 0 or (>= 2000 and <= 2100), "year", "预算年度应为四位年份，0 表示全部");
        faults.Division(request.Pool, "pool");
        faults.ThrowIfAny();
        caller.DemandDivision(request.Pool);
        await using var moment = await database.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var result = new ReconcileResponse();
        foreach (var rule in ReconciliationRules.All)
        {
            var left = MostDifferences - result.Differences.Count;
            result.Differences.AddRange(await DifferencesAsync(rule, request, left, cancellation));
        }

        (result.Entries, result.Payments, result.PaidFen) = (await database.Command(ReconciliationRules.Totals, Parameters(request)).RowsAsync(
            reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)), cancellation))[0];
        return result;
    }

    private Task<List<ReconciliationDifference>> DifferencesAsync(
        ReconciliationRule rule, ReconcileRequest request, int most, CancellationToken cancellation) => database.Command(
        $"{ReconciliationRules.Scope} SELECT subject, expected::bigint, found::bigint FROM ({rule.Sql}) AS d(subject, expected, found) ORDER BY subject LIMIT {most}",
        Parameters(request)).RowsAsync(
        reader => new ReconciliationDifference
        {
            Rule = rule.Name, Subject = reader.GetString(0), ExpectedFen = reader.GetInt64(1), FoundFen = reader.GetInt64(2), Message = rule.Message,
        },
        cancellation);

    private static Npgsql.NpgsqlParameter[] Parameters(ReconcileRequest request)
    {
        var (from, to) = DivisionRange.Of(request.Pool);
        return [PaymentCommands.Named("from", from), PaymentCommands.Named("to", to), PaymentCommands.Named("year", request.Year)];
    }
}
