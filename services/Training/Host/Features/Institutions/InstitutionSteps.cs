using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;

namespace Wenye.Training.Features.Institutions;

/// <summary>Keeps who filed, evaluated and withdrew an institution, when and where (办理环节).</summary>
internal static class InstitutionSteps
{
    /// <summary>Something was done, which left the institution in the state it now has (记录).</summary>
    /// <param name="institution">New, or held with its steps.</param>
    /// <param name="by">Who, when and where.</param>
    /// <param name="what">What was done when the state does not tell it; the remarks follow.</param>
    public static void Keep(this Institution institution, HandledBy by, string? what = null) =>
        institution.Steps.Add(new InstitutionStep { InstitutionId = institution.Id, State = institution.State }.By(institution.Steps.Count + 1, by, what));
}
