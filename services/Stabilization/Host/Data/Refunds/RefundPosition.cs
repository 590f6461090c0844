using Microsoft.EntityFrameworkCore;
using Wenye.Policy;
using Wenye.Stabilization.Domain.RefundHandling;

namespace Wenye.Stabilization.Data;

/// <summary>Where a firm stands in a year's refunds (企业返还状况), as <see cref="DrawnRefunds.ByFirm"/> reads it.</summary>
/// <param name="FirmId"><see cref="Firm.Id"/>.</param>
/// <param name="General">Held under the general kind, fen.</param>
/// <param name="Difficult">Held under the difficult kind, fen.</param>
/// <param name="OpenFen">Asked back under the kind in question and not come back yet.</param>
/// <param name="GrantedOn">The days on which refunds of that kind were granted by this platform.</param>
internal sealed record RefundPosition(long FirmId, long General, long Difficult, long OpenFen, DateOnly[] GrantedOn)
{
    /// <summary>Nothing was drawn (未享受).</summary>
    public static RefundPosition Nothing { get; } = new(0, 0, 0, 0, []);

    public HeldRefunds Held => new(Money.FromFen(General), Money.FromFen(Difficult));
}

/// <summary>Reads where firms stand (查询企业返还状况), some thousands at a time.</summary>
internal static class RefundPositions
{
    private static readonly string PositionByFirm =
        $"""
        SELECT firm_id AS "FirmId", general AS "General", difficult AS "Difficult", open_fen AS "OpenFen", granted_on AS "GrantedOn"
        FROM ({DrawnRefunds.ByFirm("{0}", "= ANY({1})", "{2}")}) held
        """;

    private static readonly string OwedByFirm = $"SELECT firm_id AS \"FirmId\", fen AS \"Fen\" FROM ({DrawnRefunds.OwedSql("{0}", "= ANY({1})")}) owed";

    /// <summary>Where these firms stand in the refunds of a run's year and kind; those without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, RefundPosition>> PositionsAsync(
        this StabilizationDbContext database, IReadOnlyCollection<long> firms, StoredScreening screening, CancellationToken cancellation)
    {
        var rows = await database.Database.SqlQueryRaw<RefundPosition>(PositionByFirm, screening.AsOf.Year, firms.ToArray(), (int)screening.Kind).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.FirmId);
    }

    /// <summary>What these firms still owe of former years to this platform (以往年度应退回), fen; those who owe nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> OwedAsync(
        this StabilizationDbContext database, IReadOnlyCollection<long> firms, int year, CancellationToken cancellation)
    {
        var rows = await database.Database.SqlQueryRaw<Owed>(OwedByFirm, year, firms.ToArray()).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.FirmId, row => row.Fen);
    }

    private sealed record Owed(long FirmId, long Fen);
}
