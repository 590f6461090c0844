using Wenye.Policy;
using Contract = Wenye.Contracts.Policy.V1;

namespace Wenye.ServiceDefaults;

/// <summary>Parameters as callers see them (政策参数应答): value, quoted clause, and what it displaced.</summary>
public static class ParameterAnswers
{
    /// <summary>The parameter in the contract's terms (政策参数).</summary>
    /// <param name="state">How it stands.</param>
    /// <param name="programs">Programs known to use it.</param>
    public static Contract.Parameter ToContract(this ParameterState state, IEnumerable<string> programs) => new()
    {
        Name = state.Name,
        Title = state.Title,
        Unit = state.Unit.Name,
        UnitLabel = state.Unit.Label,
        SetByCity = state.SetByCity,
        Authority = ToContract(state.Authority),
        InForce = state.InForce is { } value ? ToContract(value) : null,
        Displaced = { state.Displaced.Select(lost => new Contract.DisplacedParameterValue { Value = ToContract(lost.Value), By = ToContract(lost.By) }) },
        Explanation = state.Explanation,
        Programs = { programs },
    };

    private static Contract.ParameterValue ToContract(DatedValue value) => new()
    {
        Value = value.Value.ToString(),
        Clause = ToContract(value.Cite),
        Quotation = value.Text,
        Region = value.Region.Code,
        From = value.Days.From.ToContract(),
        To = value.Days.To == DateOnly.MaxValue ? null : value.Days.To.ToContract(),
        Issued = value.Issued.ToContract(),
        Note = value.Note,
    };

    private static Contract.Displacement ToContract(Displacement by) =>
        by == Displacement.LaterDocument ? Contract.Displacement.LaterDocument : Contract.Displacement.NearerRegion;

    private static Contract.Clause ToContract(Clause clause) => new() { Document = clause.Document, Item = clause.Item };
}
