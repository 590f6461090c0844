using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Persistence;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>Writes a new claim (申领入库): its lines, up to thousands, by COPY in the open transaction.</summary>
internal sealed class ClaimRows(TrainingDbContext database)
{
    private static RowTable<ClaimLine>? table;

    public async Task AddAsync(Claim claim, CancellationToken cancellation)
    {
        // The context shall not write the lines a second time, row by row.
        var lines = claim.Lines.ToList();
        claim.Lines.Clear();
        database.Add(claim);
        await database.SaveChangesAsync(cancellation);
        table ??= new(database.Model);
        await table.CopyAsync((NpgsqlConnection)database.Database.GetDbConnection(), lines, cancellation);
        database.Entry(claim).State = EntityState.Detached;
        lines.ForEach(claim.Lines.Add);
    }
}
