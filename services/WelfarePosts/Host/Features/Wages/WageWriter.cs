using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>States wages (导入标准): what is there stays unless the import corrects it; each statement is kept.</summary>
internal sealed class WageWriter(WelfarePostsDbContext database, TouchedMonths touched)
{
    public const int MostRows = 1000;

    /// <summary>Until the open transaction ends nobody else states wages (锁定).</summary>
    public Task HoldAsync(CancellationToken cancellation) =>
        database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('wage', 0))", cancellation);

    /// <summary>What is wrong with an import as a whole (导入请求校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT with every fault.</exception>
    public static void Demand(int rows, string correction, Contracts.Type.V1.Handling? handling) => new RequestFaults()
        .Demand(rows is > 0 and <= MostRows, "rows", $"每次应有 1 至 {MostRows} 行")
        .Text(correction, "correction", required: false)
        .Add(HandledBy.Faults(handling, operatorRequired: correction.Length > 0))
        .ThrowIfAny();

    /// <summary>Whether two statements of one key say the same (内容相同).</summary>
    public static bool AreEqual(Wage one, Wage other) =>
        one.Tier == other.Tier && one.MonthlyFen == other.MonthlyFen && one.HourlyFen == other.HourlyFen && one.Document == other.Document;

    /// <summary>Writes the rows (写入), to be saved with the answer.</summary>
    public async Task<WageImport> WriteAsync(StatedWages rows, string correction, HandledBy by, CancellationToken cancellation)
    {
        string[] divisions = [.. rows.Taken.Select(one => one.Wage.Division).Distinct()];
        var there = await database.Set<Wage>().Where(one => divisions.Contains(one.Division)).ToDictionaryAsync(WageKey.Of, cancellation);
        var said = (await database.Set<WageRecord>().AsNoTracking().Where(one => divisions.Contains(one.Division)).ToListAsync(cancellation))
            .GroupBy(WageKey.Of).ToDictionary(group => group.Key, group => group.Count());
        var (answer, months) = (new WageImport { Unchanged = rows.Repeated }, new SortedSet<DateOnly>());
        foreach (var (wage, row) in rows.Taken)
        {
            var known = there.GetValueOrDefault(WageKey.Of(wage));
            if (known is not null && AreEqual(known, wage))
            {
                answer.Unchanged++;
            }
            else if (known is not null && correction.Length == 0)
            {
                rows.Fault(row, "from", "该执行日期已有不同标准；确需更正的，请填写更正原因后重新导入");
            }
            else
            {
                months.UnionWith(known is null ? [] : await touched.OfAsync(known, cancellation));
                Put(known, wage, answer);
                database.Add(RecordOf(wage).By(said.GetValueOrDefault(WageKey.Of(wage)) + 1, by, known is null ? null : correction));
            }
        }

        answer.MonthsTouched.AddRange(months.Select(PostFields.Month));
        answer.Faults.AddRange(rows.Faults.OrderBy(fault => fault.Row));
        return answer;
    }

    /// <summary>Takes a statement back (撤销), to be saved with the answer; what was stated, and that it was taken back, stay on record.</summary>
    public async Task WithdrawAsync(Wage wage, HandledBy by, string reason, CancellationToken cancellation)
    {
        var said = await database.Set<WageRecord>().CountAsync(
            one => one.Kind == wage.Kind && one.Division == wage.Division && one.Key == wage.Key && one.From == wage.From, cancellation);
        database.Remove(wage);
        database.Add(RecordOf(wage, withdrawn: true).By(said + 1, by, reason));
    }

    private void Put(Wage? known, Wage wage, WageImport answer)
    {
        if (known is null)
        {
            database.Add(wage);
            answer.Added++;
        }
        else
        {
            database.Entry(known).CurrentValues.SetValues(wage);
            answer.Corrected++;
        }
    }

    private static WageRecord RecordOf(Wage wage, bool withdrawn = false) => new()
    {
        Kind = wage.Kind,
        Division = wage.Division,
        Key = wage.Key,
        From = wage.From,
        Tier = wage.Tier,
        MonthlyFen = wage.MonthlyFen,
        HourlyFen = wage.HourlyFen,
        Document = wage.Document,
        Withdrawn = withdrawn,
    };
}
