using System.Diagnostics.Metrics;
using Wenye.Persistence;

namespace Wenye.Loans.Subsidies;

/// <summary>What operators see of quarters being computed (贴息计算观测); see docs/operations.md.</summary>
internal sealed class SubsidyTelemetry(IMeterFactory meters) : RunTelemetry(meters, Name, "wenye.subsidies", "loan")
{
    public const string Name = "Wenye.Loans.Subsidies";
}
