using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>Judges the rows of a chunk in their order (名册逐行认定), with what the registers and the class say. Made for one chunk.</summary>
/// <param name="import">To which the faults belong.</param>
/// <param name="known">What the registers say, by row; of rows without faults of their own.</param>
/// <param name="enrolled">Who stands in the class already.</param>
/// <param name="places">How many more there is room for.</param>
internal sealed class RosterJudgement(
    TrainingImport import, IReadOnlyDictionary<long, RegisterAnswer> known, EnrolledPeople enrolled, int places)
{
    private readonly List<RosterPerson> taken = [];
    private readonly Dictionary<string, long> rowOf = new(StringComparer.Ordinal);

    /// <summary>Which rows are taken, and the faults of the others (认定).</summary>
    public (IReadOnlyList<RosterPerson> Taken, IReadOnlyList<RejectedField> Faults) Judge(IReadOnlyList<RosterPerson> rows)
    {
        var faults = new List<RejectedField>();
        foreach (var row in rows)
        {
            var found = row.Faults.Count > 0 ? row.Faults : [.. FaultsOf(row)];
            if (found.Count > 0)
            {
                faults.AddRange(import.Rejected(row.Row.Row, found));
            }
            else
            {
                taken.Add(row);
                rowOf.Add(row.Key, row.Row.Row);
            }
        }

        return (taken, faults);
    }

    private IEnumerable<FieldError> FaultsOf(RosterPerson row)
    {
        var register = known[row.Row.Row].FaultOf(row.Row.Group);
        if (register is not null)
        {
            yield return register;
        }

        if (rowOf.TryGetValue(row.Key, out var earlier))
        {
            yield return new("AAC147", $"与第 {earlier} 行是同一人，同一班级每人只报名一次，请删除重复的行");
        }
        else if (enrolled.Stands(row.Key))
        {
            yield return new("AAC147", "该人员已在本班报名，请删除该行");
        }
        else if (register is null && taken.Count >= places)
        {
            yield return new("row", "班级名额已满，未受理；请安排到其他班级");
        }
    }
}
