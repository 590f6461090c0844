using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features;

/// <summary>Steps of a record as callers see them (办理环节应答).</summary>
internal static class StepAnswers
{
    /// <summary>The step (环节): operator and note only for those who handle training.</summary>
    /// <param name="step">As it was stored.</param>
    /// <param name="states">The record's states in the contract.</param>
    /// <param name="state">What the step left the record in.</param>
    /// <param name="caller">Who asks.</param>
    public static TrainingStep ToContract(this Step step, EnumDescriptor states, int state, Caller caller) => new()
    {
        State = states.FindValueByNumber(state)?.Name ?? "",
        OccurredAt = step.OccurredAt.ToTimestamp(),
        Agency = step.Agency,
        Operator = caller.HandlesTraining() ? step.Operator ?? "" : "",
        Note = caller.HandlesTraining() ? step.Note ?? "" : "",
    };
}
