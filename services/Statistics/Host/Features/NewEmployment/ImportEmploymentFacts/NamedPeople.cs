using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;
using static Wenye.Contracts.Statistics.V1.EmploymentFactRow;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Finds by document whom spells name so (按证件号码找人): Registration is asked, and the numbers are let go.</summary>
internal sealed class NamedPeople(PersonRegisters registers)
{
    /// <summary>The rows with Registration's keys in place of the documents; who is not known there is a fault.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE, reason REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlyList<CheckedFact>> ResolveAsync(IReadOnlyList<CheckedFact> rows, CancellationToken cancellation)
    {
        var named = rows.Where(row => row.Faults.Count == 0 && row.Row.FactCase == FactOneofCase.Spell && row.Row.Spell.Person is not null)
            .Select(row => row.Row.Spell.Person).Distinct().ToList();
        if (named.Count == 0)
        {
            return rows;
        }

        var found = await registers.LookUpAsync(named, cancellation);
        var keys = named.Zip(found).ToDictionary(one => one.First, one => one.Second.PersonId);
        return [.. rows.Select(row => Resolved(row, keys))];
    }

    private static CheckedFact Resolved(CheckedFact row, Dictionary<PersonIdentity, string> keys)
    {
        if (row.Row.FactCase != FactOneofCase.Spell || row.Row.Spell.Person is null)
        {
            return row;
        }

        // Whatever became of it: the document goes no further.
        var known = row.Row.Clone();
        known.Spell.PersonId = keys.GetValueOrDefault(row.Row.Spell.Person, "");
        known.Spell.Person = null;
        return new(
            known,
            row.Faults.Count > 0 || known.Spell.PersonId.Length > 0 ? row.Faults
                : [new("AAC044", "失业登记系统中没有该证件号码的人员：请核对证件类型和号码；核对无误的，待其办理就业或失业登记后，以新的导入标识再次导入")]);
    }
}
