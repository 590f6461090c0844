using Wenye.Loans.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features;

/// <summary>Keeps who read people in full (查阅留痕). What a step shows to whoever takes it the step itself keeps.</summary>
internal sealed class PersonReads(LoansDbContext database, TimeProvider time)
{
    /// <summary>Keeps the reading, before it is answered (留痕).</summary>
    public async Task KeepAsync(ReadSubject subject, Guid id, int people, Caller caller, CancellationToken cancellation)
    {
        database.Add(new PersonRead
        {
            Subject = subject, SubjectId = id, People = people, Agency = caller.Agency, Division = caller.Division, ReadAt = time.GetUtcNow(),
        });
        await database.SaveChangesAsync(cancellation);
    }
}
