using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Classes;

/// <summary>Keeps who did what to a class, when and where (办理环节).</summary>
internal static class ClassSteps
{
    /// <summary>The class goes to a state, or something is done in the one it is in (转入).</summary>
    /// <param name="held">The class with its steps, under the lock of its row.</param>
    /// <param name="state">What it is left in.</param>
    /// <param name="by">Who, when, where and why.</param>
    /// <param name="what">What was done when the state does not tell it; the remarks follow.</param>
    public static void MoveTo(this TrainingClass held, ClassState state, HandledBy by, string? what = null)
    {
        held.State = state;
        held.Steps.Add(new ClassStep { ClassId = held.Id, State = state }.By(held.Steps.Count + 1, by, what));
    }
}
