using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes;

/// <summary>Keeps the numbers of a class true (班级人数): who is enrolled, who has a result, who passed. The caller holds the class.</summary>
internal sealed class ClassCounts(TrainingDbContext database)
{
    /// <summary>Counts again what the database holds (重新计数).</summary>
    /// <returns>Whether every trainee has a result; nobody left is nobody without.</returns>
    public async Task<bool> CountAsync(TrainingClass held, CancellationToken cancellation)
    {
        var counts = await database.Enrolments
            .Where(one => one.ClassId == held.Id && one.State != EnrolmentState.Withdrawn)
            .GroupBy(one => one.State).Select(group => new { State = group.Key, People = group.Count() })
            .ToDictionaryAsync(group => group.State, group => group.People, cancellation);
        held.Trainees = counts.Values.Sum();
        held.Passed = counts.GetValueOrDefault(EnrolmentState.Passed);
        return !counts.ContainsKey(EnrolmentState.Enrolled);
    }

    /// <summary>Counts again and notes the step (计数并记录环节): a class under way is examined once every trainee has a result, and no longer when one has none.</summary>
    public async Task CountAsync(TrainingClass held, HandledBy by, string what, CancellationToken cancellation)
    {
        var complete = await CountAsync(held, cancellation);
        var state = held.State is not (ClassState.UnderWay or ClassState.Examined) ? held.State : complete ? ClassState.Examined : ClassState.UnderWay;
        held.MoveTo(state, by, what);
    }
}
