using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Stabilization.V1;
using Wenye.Persistence;
using Wenye.Policy;

namespace Wenye.Stabilization.Data;

/// <summary>A firm as an import finds it (已知企业).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Division">参保地, before the rows at hand.</param>
internal readonly record struct KnownFirm(long Id, string Division);

/// <summary>Finds and writes the firms of a chunk (企业查找与写入), in the caller's transaction.</summary>
internal sealed class FirmWriting(StabilizationDbContext database, FirmTables tables)
{
    private readonly string insert =
        $"""
        INSERT INTO firm ({tables.Firms.ColumnList}) SELECT {tables.Firms.ColumnList} FROM {tables.Firms.Rows("r")} ORDER BY r.credit_code
        ON CONFLICT (credit_code) DO UPDATE SET {Assignments(tables.Firms, "EXCLUDED")} RETURNING id, credit_code, division
        """;

    // Not by INSERT … ON CONFLICT: each conflict would use up a number, and numbers are to be dense.
    private readonly string update = $"UPDATE firm SET {Assignments(tables.Firms, "r")} FROM {tables.Firms.Rows("r")} WHERE firm.credit_code = r.credit_code";

    /// <summary>The firms of these codes that are known, each held until the transaction ends: imports of the same firm wait for each other.</summary>
    public async Task<Dictionary<string, KnownFirm>> HoldAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "SELECT id, credit_code, division FROM firm WHERE credit_code = ANY($1) ORDER BY id FOR NO KEY UPDATE",
            (NpgsqlConnection)database.Database.GetDbConnection())
        {
            Parameters = { new NpgsqlParameter<string[]> { TypedValue = [.. codes] } },
        };
        return await ReadAsync(command, cancellation);
    }

    /// <summary>Writes firms, in place of what was said of them, and gives the numbers of the new ones.</summary>
    public async Task<Dictionary<string, KnownFirm>> WriteAsync(
        IReadOnlyCollection<FirmRow> rows, IReadOnlyDictionary<string, KnownFirm> known, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)database.Database.GetDbConnection();
        var firms = rows.Select(FirmOf).ToLookup(firm => known.ContainsKey(firm.CreditCode));
        if (firms[true].ToList() is { Count: > 0 } changed)
        {
            await using var command = new NpgsqlCommand(update, connection);
            command.Parameters.AddRange(tables.Firms.Parameters(changed));
            await command.ExecuteNonQueryAsync(cancellation);
        }

        if (firms[false].ToList() is { Count: > 0 } fresh)
        {
            await using var command = new NpgsqlCommand(insert, connection);
            command.Parameters.AddRange(tables.Firms.Parameters(fresh));
            return await ReadAsync(command, cancellation);
        }

        return [];
    }

    private static string Assignments(RowTable<Firm> firms, string source) =>
        string.Join(", ", firms.ColumnList.Split(", ").Where(column => column != "\"credit_code\"").Select(column => $"{column} = {source}.{column}"));

    private static async Task<Dictionary<string, KnownFirm>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var known = new Dictionary<string, KnownFirm>(StringComparer.Ordinal);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            known[rows.GetString(1)] = new(rows.GetInt64(0), rows.GetString(2));
        }

        return known;
    }

    private static Firm FirmOf(FirmRow row)
    {
        var division = Division.Parse(row.Division);
        return new Firm
        {
            CreditCode = row.CreditCode,
            Name = row.Name,
            Division = row.Division,
            Pool = (division.Level == DivisionLevel.City ? division : division.Parent).Code,
            Industry = row.Industry,
            InsuredSince = row.InsuredSince.Length > 0 ? YearMonth.Parse(row.InsuredSince).FirstDay : null,
            IndustryPolicyOk = row.HasIndustryPolicyOk ? row.IndustryPolicyOk : null,
            ZombieOrDishonestOrBankrupt = row.HasZombieOrDishonestOrBankrupt ? row.ZombieOrDishonestOrBankrupt : null,
            Priority = (short)row.Priority,
            ToRecoverFen = row.HasToRecoverFen ? row.ToRecoverFen : null,
            BankAccount = NullIfEmpty(row.BankAccount),
            BankName = NullIfEmpty(row.BankName),
            Phone = NullIfEmpty(row.Phone),
        };
    }

    private static string? NullIfEmpty(string text) => text.Length > 0 ? text : null;
}
