using System.Text.Json;
using Wenye.Loans.Domain.Borrowers;

namespace Wenye.Loans.Subsidies;

/// <summary>How many hires a firm's loan required (贷款资格要求的招用人数), as its own decision says.</summary>
internal static class RequiredHires
{
    /// <summary>Out of a canonical decision; null where it is another program's, or says nothing of it.</summary>
    public static int? Of(string decision)
    {
        using var json = JsonDocument.Parse(decision);
        return json.RootElement.GetProperty("program").GetString() == EnterpriseLoan.Name
            && json.RootElement.GetProperty("outputs").TryGetProperty("required_hires", out var required)
            ? required.GetInt32()
            : null;
    }
}
