using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Loans.Data;
using Wenye.Persistence;

namespace Wenye.Loans.Features.Applications;

/// <summary>The people of an application and their turn (借款人锁): what someone may have is decided while nobody else decides it.</summary>
internal sealed class Borrowers(LoansDbContext database, PersonalDataProtector protector, TimeProvider time)
{
    // In the order of the hash, as everywhere: two applications of the same people, in whatever order, wait and never block each other.
    private const string HoldNamed = "SELECT * FROM person WHERE id_hash = ANY({0}) ORDER BY id_hash FOR NO KEY UPDATE";
    private const string HoldKnown = "SELECT * FROM person WHERE id = ANY({0}) ORDER BY id_hash FOR NO KEY UPDATE";

    /// <summary>Holds everyone until the open transaction ends; who is not known yet becomes known (锁定).</summary>
    /// <param name="named">Distinct people by name and id number.</param>
    /// <param name="cancellation">The call's.</param>
    /// <returns>In their order.</returns>
    public async Task<IReadOnlyList<Person>> HoldAsync(IReadOnlyList<(string Name, string IdNumber)> named, CancellationToken cancellation)
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
    public Task<List<Person>> HoldAsync(Guid[] ids, CancellationToken cancellation) => QueryAsync(HoldKnown, ids, cancellation);

    /// <summary>Holds a firm until the open transaction ends (企业锁).</summary>
    public Task HoldFirmAsync(string? creditCode, CancellationToken cancellation) => creditCode is null
        ? Task.CompletedTask
        : database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({creditCode}, 27))", cancellation);

    private Task<List<Person>> QueryAsync(string sql, object value, CancellationToken cancellation) =>
        database.People.FromSqlRaw(sql, new NpgsqlParameter { Value = value }).AsNoTracking().ToListAsync(cancellation);
}
