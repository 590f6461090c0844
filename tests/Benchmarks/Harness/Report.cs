using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Wenye.Benchmarks.Harness;

/// <summary>Writes results as the Markdown that docs/performance.md holds.</summary>
internal static class Report
{
    public static string Machine() => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}\n");

    public static string Of(string name, Comparison comparison)
    {
        var text = new StringBuilder($"### {name}\n\n| | {comparison.Unit} (median) | ours to it | lowest–highest | aim |\n|---|---:|---:|---:|---:|\n");
        text.Append(CultureInfo.InvariantCulture, $"| {comparison.Ours.Name} | {Figure(comparison.Ours.Median)} | | | |\n");
        foreach (var (baseline, i) in comparison.Baselines.Select((baseline, i) => (baseline, i)))
        {
            var (median, lowest, highest) = comparison.Ours.RatioTo(baseline);
            var aim = i == 0 ? comparison.Aim?.ToString("0.00", CultureInfo.InvariantCulture) : "";
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {baseline.Name} | {Figure(baseline.Median)} | {Ratio(median)} | {Ratio(lowest)}–{Ratio(highest)} | {aim} |\n");
        }
        return text.ToString();
    }

    private static string Ratio(double value) => value.ToString(value < 0.01 ? "0.00000" : "0.00", CultureInfo.InvariantCulture);

    private static string Figure(double value) => value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
