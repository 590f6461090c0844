using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Wenye.Persistence;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Claims;

/// <summary>The people of a claim and their turn (参训人员锁): what a person may have is decided while nobody else decides it.</summary>
internal sealed class People(TrainingDbContext database, PersonalDataProtector protector, TimeProvider time)
{
    // In the order of the hash, as everywhere: two claims of the same people, in whatever order, wait and never block each other.
    // Not FOR UPDATE: an enrolment of the person, which refers to the row, need not wait.
    private const string Lock = "SELECT id, id_hash FROM trainee WHERE id = ANY($1) OR id_hash = ANY($2) ORDER BY id_hash FOR NO KEY UPDATE";

    private static RowTable<Trainee>? table;

    /// <summary>Takes the turn of everyone until the open transaction ends; who is not known yet becomes known (锁定).</summary>
    /// <param name="known">Keys of people.</param>
    /// <param name="named">People by name and id number.</param>
    /// <param name="cancellation">The call's.</param>
    /// <returns>The key of each that was named, by id number.</returns>
    public async Task<IReadOnlyDictionary<string, Guid>> TakeTurnsAsync(
        IEnumerable<Guid> known, IEnumerable<(string Name, string IdNumber)> named, CancellationToken cancellation)
    {
        var fresh = named.DistinctBy(person => person.IdNumber).Select(person => new Trainee
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Name = person.Name,
            IdNumber = person.IdNumber,
            IdHash = protector.LookupHash(person.IdNumber),
        }).ToList();
        if (fresh.Count > 0)
        {
            await AddAsync(fresh, cancellation);
        }

        var locked = await LockAsync([.. known.Distinct()], [.. fresh.Select(person => person.IdHash)], cancellation);
        return fresh.ToDictionary(person => person.IdNumber, person => locked[Convert.ToHexString(person.IdHash)], StringComparer.Ordinal);
    }

    private async Task AddAsync(IReadOnlyList<Trainee> people, CancellationToken cancellation)
    {
        table ??= new(database.Model);
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM {table.Rows("fresh")} ORDER BY id_hash ON CONFLICT (id_hash) DO NOTHING";
        await using var command = Command(sql);
        command.Parameters.AddRange(table.Parameters(people));
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<Dictionary<string, Guid>> LockAsync(Guid[] ids, byte[][] hashes, CancellationToken cancellation)
    {
        await using var command = Command(Lock);
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        command.Parameters.Add(new NpgsqlParameter { Value = hashes });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var locked = new Dictionary<string, Guid>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            locked.Add(Convert.ToHexString(reader.GetFieldValue<byte[]>(1)), reader.GetGuid(0));
        }

        return locked;
    }

    private NpgsqlCommand Command(string sql) => new(sql, (NpgsqlConnection)database.Database.GetDbConnection())
    {
        Transaction = (NpgsqlTransaction?)database.Database.CurrentTransaction?.GetDbTransaction(),
    };
}
