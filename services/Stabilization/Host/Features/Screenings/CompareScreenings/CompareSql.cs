using Npgsql;
using Wenye.Contracts.Stabilization.V1;

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

    public const string Differences =
        """
        select coalesce(later.credit_code, earlier.credit_code) as code, firm.name,
            earlier.division, earlier.outcome, earlier.amount_fen, earlier.refused_by, earlier.missing,
            later.division, later.outcome, later.amount_fen, later.refused_by, later.missing
        from (select * from screening_result where screening_id = $1 and credit_code > $3 and credit_code <= $4) as earlier
        full join (select * from screening_result where screening_id = $2 and credit_code > $3 and credit_code <= $4) as later
            on later.credit_code = earlier.credit_code
        join firm on firm.id = coalesce(later.firm_id, earlier.firm_id)
        where (earlier.outcome, earlier.amount_fen, earlier.refused_by, earlier.missing)
            is distinct from (later.outcome, later.amount_fen, later.refused_by, later.missing)
        order by code
        """;

    private const int EarlierColumns = 2;
    private const int LaterColumns = 7;

    public static ScreeningDifference Read(NpgsqlDataReader reader)
    {
        var earlier = ReadResult(reader, EarlierColumns);
        var later = ReadResult(reader, LaterColumns);
        return new ScreeningDifference
        {
            CreditCode = reader.GetString(0),
            Earlier = earlier,
            Later = later,
            DifferenceFen = (later?.AmountFen ?? 0) - (earlier?.AmountFen ?? 0),
        };
    }

    private static ScreeningResult? ReadResult(NpgsqlDataReader reader, int from) => reader.IsDBNull(from)
        ? null
        : ScreeningAnswers.Result(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(from),
            reader.GetInt16(from + 1),
            reader.GetInt64(from + 2),
            reader.IsDBNull(from + 3) ? null : reader.GetFieldValue<string[]>(from + 3),
            reader.IsDBNull(from + 4) ? null : reader.GetFieldValue<string[]>(from + 4));
}
