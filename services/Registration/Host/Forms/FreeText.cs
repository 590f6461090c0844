using Wenye.Registration.Domain.Applications;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Forms;

/// <summary>A text of a request that is no ministry field (自由文本), ruled as those are: one line, characters counted.</summary>
/// <param name="field">As errors name it.</param>
/// <param name="name">Chinese name.</param>
/// <param name="presence">Whether it must be filled.</param>
/// <param name="length">Most characters.</param>
internal sealed class FreeText(string field, string name, Presence presence, int length)
{
    private readonly FieldTable table = new(
        FieldRules.Application.Source, name, dayField: null, [new FieldRule(field, name, presence, FieldFormat.C(length))]);

    /// <summary>What is wrong with a text; nothing for a good one.</summary>
    public IEnumerable<FieldError> Faults(string text) =>
        table.Validate(new Dictionary<string, string>(StringComparer.Ordinal) { [field] = text })
            .Select(fault => new FieldError(fault.Code, fault.Message));
}
