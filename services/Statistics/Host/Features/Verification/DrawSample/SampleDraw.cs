using Microsoft.EntityFrameworkCore;
using Wenye.Statistics.Data;

namespace Wenye.Statistics.Features.Verification.DrawSample;

/// <summary>Draws at random by a seed (按种子抽取): the order is that of a hash over seed and key, so that anybody can draw it again.</summary>
internal sealed class SampleDraw(StatisticsDbContext database)
{
    // One draw of a round at a time: what one draws the next one leaves out.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended({0}, 1))";

    private const string Rank = """
        CREATE TEMP TABLE drawable ON COMMIT DROP AS
        SELECT employment_id, person_id, division,
            row_number() OVER (PARTITION BY division ORDER BY sha256(convert_to({0}::text || ' ' || employment_id::text, 'UTF8')), employment_id) AS place
        FROM employment_verdict AS verdict
        WHERE period = {1} AND division LIKE {2} AND outcome = 'counted'
            AND NOT EXISTS (SELECT FROM inspected_record AS drawn WHERE drawn.agency = {3} AND drawn.round = {4} AND drawn.employment_id = verdict.employment_id)
        """;

    private const string Hash = """
        SELECT sha256(convert_to(coalesce(string_agg(employment_id::text, ' ' ORDER BY employment_id), ''), 'UTF8')) AS "Value" FROM drawable
        """;

    private const string Take = """
        INSERT INTO inspected_record (sample_id, employment_id, person_id, division, agency, round)
        SELECT {0}, employment_id, person_id, drawable.division, {1}, {2}
        FROM drawable JOIN unnest({3}, {4}) AS share (division, drawn) ON share.division = drawable.division AND drawable.place <= share.drawn
        """;

    /// <summary>Puts what can be drawn in order and counts it by county (可抽查记录). In a transaction.</summary>
    /// <param name="round">Of which agency and round.</param>
    /// <param name="area">What the counties' codes begin with.</param>
    /// <param name="period">Report period.</param>
    /// <param name="seed">By which it is drawn.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<Dictionary<string, int>> RankAsync((string Agency, string Name) round, string area, string period, long seed, CancellationToken cancellation)
    {
        await database.Database.ExecuteSqlRawAsync(Lock, [$"{round.Agency}/{round.Name}"], cancellation);
        await database.Database.ExecuteSqlRawAsync(Rank, [seed, period, $"{area}%", round.Agency, round.Name], cancellation);
        var counts = await database.Database.SqlQueryRaw<DivisionCount>(
            "SELECT division, count(*)::integer AS records FROM drawable GROUP BY division").ToListAsync(cancellation);
        return counts.ToDictionary(one => one.Division, one => one.Records, StringComparer.Ordinal);
    }

    /// <summary>SHA-256 over the keys in order (总体指纹).</summary>
    public Task<byte[]> HashAsync(CancellationToken cancellation) => database.Database.SqlQueryRaw<byte[]>(Hash).SingleAsync(cancellation);

    /// <summary>Takes the first of each county (抽取).</summary>
    public Task TakeAsync(Guid sample, (string Agency, string Name) round, IReadOnlyList<(string Division, int Drawn)> shares, CancellationToken cancellation) =>
        database.Database.ExecuteSqlRawAsync(
            Take, [sample, round.Agency, round.Name, shares.Select(share => share.Division).ToArray(), shares.Select(share => share.Drawn).ToArray()], cancellation);

    private sealed record DivisionCount(string Division, int Records);
}
