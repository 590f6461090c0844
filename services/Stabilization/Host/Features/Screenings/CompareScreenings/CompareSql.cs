using Npgsql;
using Wenye.Stabilization.Data;

namespace Wenye.Stabilization.Features.Screenings.CompareScreenings;

/// <summary>The statements of a comparison (比对语句): $1 and $2 are the runs, $3 the firm after which to go on.</summary>
internal static class CompareSql
{
    /// <summary>After every credit code in byte order.</summary>
    public const string LastCode = "~";

    // The code up to which both runs have at most $4 firms; null when neither has more.
    public const string WindowEnd =
        """
        select min(last) from (
            select max(credit_code) as last from (
                select credit_code from screening_result where screening_id = $1 and credit_code > $3 order by credit_code limit $4) as firms
            having count(*) = $4
            union all
            select max(credit_code) from (
                select credit_code from screening_result where screening_id = $2 and credit_code > $3 order by credit_code limit $4) as firms
            having count(*) = $4) as windows
        """;

    private const int EarlierColumns = 1;
    private const int LaterColumns = 9;

    /// <summary>Both results of every firm up to $4; traces only if $5.</summary>
    public static readonly string Pairs =
        $"""
        select coalesce(later.credit_code, earlier.credit_code) as code, {Columns("earlier")}, {Columns("later")}
        from (select * from screening_result where screening_id = $1 and credit_code > $3 and credit_code <= $4) as earlier
        full join (select * from screening_result where screening_id = $2 and credit_code > $3 and credit_code <= $4) as later
            on later.credit_code = earlier.credit_code
        order by code
        """;

    /// <summary>The pair at which the reader stands.</summary>
    public static ScreenedPair Read(NpgsqlDataReader reader, Guid earlier, Guid later) =>
        new(reader.GetString(0), ReadResult(reader, EarlierColumns, earlier), ReadResult(reader, LaterColumns, later));

    private static string Columns(string run) =>
        $"{run}.firm_id, {run}.division, {run}.outcome, {run}.amount_fen, {run}.facts, case when $5 then {run}.trace end, {run}.refused_by, {run}.missing";

    private static StoredScreeningResult? ReadResult(NpgsqlDataReader reader, int from, Guid screening) => reader.IsDBNull(from) ? null : new()
    {
        ScreeningId = screening,
        CreditCode = reader.GetString(0),
        FirmId = reader.GetInt64(from),
        Division = reader.GetString(from + 1),
        Outcome = reader.GetInt16(from + 2),
        AmountFen = reader.GetInt64(from + 3),
        Facts = reader.GetFieldValue<byte[]>(from + 4),
        Trace = reader.IsDBNull(from + 5) ? [] : reader.GetFieldValue<byte[]>(from + 5),
        RefusedBy = reader.IsDBNull(from + 6) ? null : reader.GetFieldValue<string[]>(from + 6),
        Missing = reader.IsDBNull(from + 7) ? null : reader.GetFieldValue<string[]>(from + 7),
    };
}

/// <summary>What two runs found of one firm (企业两次结果); one of them may not hold it.</summary>
internal sealed record ScreenedPair(string CreditCode, StoredScreeningResult? Earlier, StoredScreeningResult? Later)
{
    public long FirmId => (Later ?? Earlier)!.FirmId;
}
