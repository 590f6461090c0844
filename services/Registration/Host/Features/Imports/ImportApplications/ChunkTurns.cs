using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>Judges the chunks of a call in turn (逐批认定), each while the one before is still being written.</summary>
/// <param name="judge">Looks and judges.</param>
/// <param name="channel">How the applications came.</param>
/// <param name="caller">Who imports.</param>
/// <param name="time">The service's clock.</param>
internal sealed class ChunkTurns(RowJudge judge, ApplicationChannel channel, Caller caller, TimeProvider time)
{
    private HashSet<string> before = [];

    /// <summary>Judges the next chunk.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="written">Ends when the chunk before is committed.</param>
    /// <param name="cancellation">The call's.</param>
    public async Task<IReadOnlyList<JudgedRow>> JudgeAsync(IReadOnlyList<ImportRow> rows, Task written, CancellationToken cancellation)
    {
        var by = HandledBy.Of(handling: null, caller, time);
        var found = await judge.LookAsync(rows, by);
        var keys = KeysOf(rows, found);
        if (keys.Overlaps(before))
        {
            // The registers may not tell yet what the chunk before says of the same people and numbers.
            await written;
            found = await judge.LookAsync(rows, by);
            keys = KeysOf(rows, found);
        }

        before = keys;
        return await judge.JudgeAsync(rows, found, channel, by, cancellation);
    }

    // By all that the registers know a person or an application by.
    private static HashSet<string> KeysOf(IReadOnlyList<ImportRow> rows, IReadOnlyList<PersonStatus> found)
    {
        var keys = new HashSet<string>(rows.Count * 2, StringComparer.Ordinal);
        foreach (var (good, status) in rows.Where(row => row.Good is not null).Select(row => row.Good!).Zip(found))
        {
            keys.Add(Convert.ToHexString(good.Asked.Applicant));
            if (good.Asked.Other is { } other)
            {
                keys.Add(Convert.ToHexString(other));
            }

            if (good.Asked.Number is { } number)
            {
                keys.Add(number);
            }

            if (status.Person is { } person)
            {
                keys.Add(person.ToString());
            }
        }

        return keys;
    }
}
