using Wenye.Contracts.Registration.V1;

namespace Wenye.Operator.Offices;

/// <summary>Codes of divisions by their printed names (行政区划名称), for example 济南市历下区: from the system's table AAB301.</summary>
internal sealed class DivisionNames
{
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);

    /// <summary>Names within a province: cities and counties. Towns and villages are in no table.</summary>
    public static async Task<(DivisionNames Names, IReadOnlyList<string> Counties)> ReadAsync(
        CodeTableService.CodeTableServiceClient tables, string province, CancellationToken cancellation)
    {
        var entries = new List<CodeEntry>();
        var request = new SearchCodesRequest { Table = "AAB301", Query = province, PageSize = 1000 };
        do
        {
            var page = await tables.SearchCodesAsync(request, cancellationToken: cancellation);
            entries.AddRange(page.Entries.Where(entry => entry.Code.StartsWith(province, StringComparison.Ordinal)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return (Of(entries.Select(entry => (entry.Code, entry.Label))), [.. entries.Select(entry => entry.Code).Where(IsCounty).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The same of entries at hand.</summary>
    public static DivisionNames Of(IEnumerable<(string Code, string Label)> entries)
    {
        var labels = entries.ToDictionary(entry => entry.Code, entry => entry.Label, StringComparer.Ordinal);
        var names = new DivisionNames();
        foreach (var (code, label) in labels)
        {
            var city = IsCounty(code) ? labels.GetValueOrDefault(code[..4] + "00", "") : "";
            names.Learn(city + label, code);
        }

        return names;
    }

    /// <summary>Takes a name that a file gives a code for.</summary>
    public void Learn(string name, string code) => codes.TryAdd(name, code);

    /// <summary>The code; null when the name is no whole name of the table or the file. 济南市本级 is 济南市.</summary>
    public string? Find(string name) => codes.GetValueOrDefault(name.EndsWith("本级", StringComparison.Ordinal) ? name[..^2] : name);

    private static bool IsCounty(string code) => code.Length == 6 && !code.EndsWith("00", StringComparison.Ordinal);
}
