using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Subsidies;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Quarter = Wenye.Loans.Domain.Quarters.Quarter;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>A run as it is wanted (计算要求).</summary>
/// <param name="Place">GB/T 2260.</param>
/// <param name="Quarter">Of a settlement the last of the year.</param>
/// <param name="SettlesYear">年度清算.</param>
/// <param name="BankId">Of a bank's own claim; null: of all banks.</param>
/// <param name="HasFigures">Whether the bank tells figures.</param>
internal sealed record WantedRun(string Place, Quarter Quarter, bool SettlesYear, Guid? BankId, bool HasFigures);

/// <summary>Starts runs (发起计算): claims of the banks, shards of the loans known now, and the word to the workers; all take effect at commit.</summary>
internal sealed class StartedRuns(LoansDbContext database, ParameterSet parameters, IOptions<SubsidyOptions> options, TimeProvider time)
{
    private DateOnly Today => ChinaTime.Today(time);

    /// <summary>Refuses a place for which no quarter is run (校验地区).</summary>
    public void DemandPlace(RequestFaults faults, string place, string field)
    {
        faults.Division(place, field);
        faults.Demand(
            !Division.TryParse(place, out _) || SubsidyPools.Runs(place, parameters, Today),
            field, "贴息由设区的市支付，请填写市或省的代码；由县（市、区）自行支付的，先由运营方录入该县参数");
    }

    /// <summary>Takes the turn of those that start runs, and keeps new loans out until the transaction's end (排队).</summary>
    public Task TakeTurnAsync(CancellationToken cancellation) => database.Database.ExecuteSqlRawAsync(SubsidySql.HoldLoans, cancellation);

    /// <summary>Starts one in the context's open transaction, in its turn; the caller saves.</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION NO_LOANS, NOTHING_BOOKED or SUBSIDY_CLAIM_OPEN.</exception>
    public async Task<(StoredSubsidyRun Run, IReadOnlyList<StoredSubsidyClaim> Claims)> StartAsync(WantedRun wanted, HandledBy by, CancellationToken cancellation)
    {
        var run = new StoredSubsidyRun
        {
            Id = Guid.CreateVersion7(by.At), Division = wanted.Place, BankId = wanted.BankId, Quarter = wanted.Quarter.Index, SettlesYear = wanted.SettlesYear,
            State = SubsidyRunState.Running, AsOf = Today, ParameterVersion = parameters.Version, RequestedBy = by.Agency, StartedAt = by.At,
        };
        var claims = await ClaimsAsync(run, wanted, by, cancellation);
        database.Add(run);
        database.AddRange(claims);
        await SaveAsync(cancellation);
        await YearsAsync(claims.Min(claim => claim.FromQuarter), run.Quarter, cancellation);
        run.Loans = (long)(await ScalarAsync(SubsidySql.Cut, run, cancellation, new() { Value = run.Id }, new() { Value = options.Value.LoansAShard }))!;
        await database.Database.ExecuteSqlRawAsync(SubsidySql.Runs.Wake, cancellation);
        return (run, claims);
    }

    // Lines of earlier quarters have their year's partition since they were booked. One at a time makes it.
    private async Task YearsAsync(int from, int to, CancellationToken cancellation)
    {
        for (var year = new Quarter(from).Year; year <= new Quarter(to).Year; year++)
        {
            var table = $"subsidy_line_{year}";
            if (await ThereAsync(table, cancellation))
            {
                continue;
            }

            await database.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(hashtextextended('subsidy_line', 64))", cancellation);
            if (!await ThereAsync(table, cancellation))
            {
                await database.Database.ExecuteSqlRawAsync(SubsidySql.YearPartition(year, Quarter.Of(year, 1).Index, Quarter.Of(year + 1, 1).Index), cancellation);
            }
        }
    }

    private Task<bool> ThereAsync(string table, CancellationToken cancellation) =>
        database.Database.SqlQuery<bool>($"SELECT to_regclass({table}) IS NOT NULL AS \"Value\"").SingleAsync(cancellation);

    private async Task<IReadOnlyList<StoredSubsidyClaim>> ClaimsAsync(StoredSubsidyRun run, WantedRun wanted, HandledBy by, CancellationToken cancellation)
    {
        var pools = await PoolsAsync(run, cancellation);
        if (pools.Count == 0)
        {
            throw RpcErrors.FailedPrecondition("NO_LOANS", "该地区到该季度末没有已发放的创业担保贷款");
        }

        var banks = pools.Select(one => one.Bank).Distinct().ToList();
        var open = await database.Set<StoredSubsidyClaim>().AsNoTracking()
            .Where(one => (one.State == SubsidyClaimState.Computing || one.State == SubsidyClaimState.Computed) && banks.Contains(one.BankId))
            .Select(one => new { one.BankId, one.Pool }).ToListAsync(cancellation);
        pools.ExceptWith(open.Select(one => (one.BankId, one.Pool)));
        if (pools.Count == 0)
        {
            throw ClaimOpen();
        }

        var first = await FirstQuarterAsync(wanted, banks, cancellation);
        List<StoredSubsidyClaim> claims = [];
        foreach (var (bank, pool) in pools.Order())
        {
            if (first((bank, pool)) is { } quarter)
            {
                var claim = Claim(run, wanted, bank, pool, quarter);
                claim.MoveTo(SubsidyClaimState.Computing, by);
                claims.Add(claim);
            }
        }

        return claims.Count > 0 ? claims : throw RpcErrors.FailedPrecondition("NOTHING_BOOKED", "该年度没有已审核的贴息申请，先按季申请、审核后再清算");
    }

    private async Task<HashSet<(Guid Bank, string Pool)>> PoolsAsync(StoredSubsidyRun run, CancellationToken cancellation)
    {
        await using var command = Command(SubsidySql.Banks, run);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var pools = new HashSet<(Guid, string)>();
        while (await reader.ReadAsync(cancellation))
        {
            pools.Add((reader.GetGuid(0), SubsidyPools.Of(reader.GetString(1), parameters, run.AsOf)));
        }

        return pools;
    }

    // A settlement begins with the quarter that a bank first had booked: what was paid before this platform is not known here.
    private async Task<Func<(Guid Bank, string Pool), int?>> FirstQuarterAsync(WantedRun wanted, List<Guid> banks, CancellationToken cancellation)
    {
        if (!wanted.SettlesYear)
        {
            return _ => wanted.Quarter.Index;
        }

        var booked = await database.Set<StoredSubsidyClaim>().AsNoTracking()
            .Where(one => one.State == SubsidyClaimState.Confirmed && banks.Contains(one.BankId))
            .GroupBy(one => new { one.BankId, one.Pool }).Select(group => new { group.Key, First = group.Min(one => one.Quarter) })
            .ToDictionaryAsync(one => (one.Key.BankId, one.Key.Pool), one => one.First, cancellation);
        var january = Quarter.Of(wanted.Quarter.Year, 1).Index;
        return pool => booked.TryGetValue(pool, out var quarter) && quarter <= wanted.Quarter.Index ? Math.Max(quarter, january) : null;
    }

    private static StoredSubsidyClaim Claim(StoredSubsidyRun run, WantedRun wanted, Guid bank, string pool, int first) => new()
    {
        Id = Guid.CreateVersion7(run.StartedAt), RunId = run.Id, BankId = bank, Pool = pool, Quarter = run.Quarter, FromQuarter = first, SettlesYear = run.SettlesYear,
        State = SubsidyClaimState.Computing, AsOf = run.AsOf, ParameterVersion = run.ParameterVersion, HasFigures = wanted.HasFigures,
    };

    private async Task SaveAsync(CancellationToken cancellation)
    {
        try
        {
            await database.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: SubsidyTables.OneOpen })
        {
            throw ClaimOpen();
        }
    }

    private async Task<object?> ScalarAsync(string sql, StoredSubsidyRun run, CancellationToken cancellation, params NpgsqlParameter[] more)
    {
        await using var command = Command(sql, run, more);
        return await command.ExecuteScalarAsync(cancellation);
    }

    private NpgsqlCommand Command(string sql, StoredSubsidyRun run, params NpgsqlParameter[] more)
    {
        var place = DivisionRange.Of(run.Division);
        var command = new NpgsqlCommand(sql, (NpgsqlConnection)database.Database.GetDbConnection())
        {
            Parameters =
            {
                new() { Value = place.From },
                new() { Value = place.To },
                new() { Value = new Quarter(run.Quarter).To },
                new() { Value = (object?)run.BankId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
            },
        };
        command.Parameters.AddRange(more);
        return command;
    }

    private static Grpc.Core.RpcException ClaimOpen() =>
        RpcErrors.FailedPrecondition("SUBSIDY_CLAIM_OPEN", "上一次贴息申请尚未审核，请审核（确认或退回）后再申请");
}
