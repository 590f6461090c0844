using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>A row of which Registration was asked (已核验名册行).</summary>
/// <param name="Person">The row.</param>
/// <param name="Said">What it said; null of a row with faults of its own.</param>
internal sealed record AskedPerson(RosterPerson Person, RegisterAnswer? Said);

/// <summary>Asks Registration about the people of a chunk (名册系统核验), while the chunk before is written and before the class is held.</summary>
internal sealed class AskedRows(PersonRegisters registers, TimeProvider time)
{
    /// <summary>The rows in their order; of those with faults nobody is asked.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyList<AskedPerson>> AskAsync(IReadOnlyList<RosterPerson> rows, CancellationToken cancellation)
    {
        var askedAt = time.GetUtcNow();
        var good = rows.Where(row => row.Faults.Count == 0).Select(row => row.Row.IdNumber);
        var said = new Queue<Contracts.Registration.V1.RegisteredStatus>(await registers.LookUpAsync(good, cancellation));
        return [.. rows.Select(row => new AskedPerson(row, row.Faults.Count == 0 ? new(said.Dequeue(), askedAt) : null))];
    }
}
