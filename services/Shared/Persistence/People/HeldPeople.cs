using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>People and their turn (人员锁): what someone may have is decided while nobody else decides it.</summary>
/// <remarks>Locks are taken in the order of the hash, so that two calls of the same people, in whatever order, wait and never block each other.</remarks>
public sealed class HeldPeople<TPerson>(ServiceDbContext database, PersonalDataProtector protector, TimeProvider time)
    where TPerson : KnownPerson
{
    private const string HoldNamed = "SELECT * FROM person WHERE id_hash = ANY({0}) ORDER BY id_hash FOR NO KEY UPDATE";
    private const string HoldKnown = "SELECT * FROM person WHERE id = ANY({0}) ORDER BY id_hash FOR NO KEY UPDATE";

    /// <summary>Holds everyone until the open transaction ends; who is not known yet becomes known (锁定).</summary>
    /// <param name="named">Distinct people by name and id number.</param>
    /// <param name="cancellation">The call's.</param>
    /// <returns>In their order, tracked by the context: what is changed is saved with the rest.</returns>
    public async Task<IReadOnlyList<TPerson>> HoldAsync(IReadOnlyList<(string Name, string IdNumber)> named, CancellationToken cancellation)
    {
        byte[][] hashes = [.. named.Select(one => protector.LookupHash(one.IdNumber))];
        foreach (var (hash, person) in hashes.Zip(named).OrderBy(one => Convert.ToHexString(one.First), StringComparer.Ordinal))
        {
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO person (id, name, id_number, id_hash) VALUES ({Guid.CreateVersion7(time.GetUtcNow())}, {protector.Protect(person.Name)}, {protector.Protect(person.IdNumber)}, {hash}) ON CONFLICT (id_hash) DO NOTHING",
                cancellation);
        }

        var held = await QueryAsync(HoldNamed, hashes, cancellation);
        return [.. named.Select(one => held.Single(person => person.IdNumber == one.IdNumber))];
    }

    /// <summary>The same of people who are known (锁定).</summary>
    public async Task<IReadOnlyList<TPerson>> HoldAsync(Guid[] ids, CancellationToken cancellation) => await QueryAsync(HoldKnown, ids, cancellation);

    private Task<List<TPerson>> QueryAsync(string sql, object value, CancellationToken cancellation) =>
        database.Set<TPerson>().FromSqlRaw(sql, new NpgsqlParameter { Value = value }).ToListAsync(cancellation);
}
