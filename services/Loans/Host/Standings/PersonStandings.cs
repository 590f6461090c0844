using Microsoft.EntityFrameworkCore;
using Wenye.Loans.Data;

namespace Wenye.Loans.Standings;

/// <summary>Reads what events told of people (状态投影查询).</summary>
internal sealed class PersonStandings(LoansDbContext database)
{
    /// <summary>What was told of each of these, by Registration's key (按登记系统人员标识); of whom nothing was told there is nothing.</summary>
    public async Task<ILookup<Guid, ToldFact>> OfAsync(IEnumerable<Guid?> keys, CancellationToken cancellation)
    {
        Guid?[] asked = [.. keys.Where(key => key is not null).Distinct()];
        var facts = asked.Length == 0
            ? []
            : await database.Set<ToldFact>().AsNoTracking().Where(fact => asked.Contains(fact.PersonId)).ToListAsync(cancellation);
        return facts.ToLookup(fact => fact.PersonId!.Value);
    }
}
