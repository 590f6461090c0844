using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Features.Classes.Rosters;

/// <summary>A row of a roster as far as it can be judged alone (名册行).</summary>
/// <param name="Row">As it was sent.</param>
/// <param name="Faults">Of the row alone; empty: none.</param>
/// <param name="IdHash">By which the person is found; empty when the row has faults.</param>
internal sealed record RosterPerson(RosterRow Row, IReadOnlyList<FieldError> Faults, byte[] IdHash)
{
    /// <summary>The hash as text (散列文本), to compare.</summary>
    public string Key { get; } = Convert.ToHexString(IdHash);
}
