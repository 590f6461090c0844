using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Loans.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features;

/// <summary>Steps of a record as callers see them (办理环节应答).</summary>
internal static class LoanSteps
{
    /// <summary>The step (环节): operator and note only for those who handle loans.</summary>
    /// <param name="step">As it was stored.</param>
    /// <param name="state">What it left the record in, by the name of its state.</param>
    /// <param name="caller">Who asks.</param>
    public static LoanStep ToContract(this Step step, string state, Caller caller) => new()
    {
        State = state,
        OccurredAt = step.OccurredAt.ToTimestamp(),
        Agency = step.Agency,
        Operator = caller.HandlesLoans() ? step.Operator ?? "" : "",
        Note = caller.HandlesLoans() ? step.Note ?? "" : "",
    };
}
