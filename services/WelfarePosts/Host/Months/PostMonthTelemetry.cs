using System.Diagnostics.Metrics;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Months;

/// <summary>What operators see of months being computed (月度核算观测); see docs/operations.md.</summary>
internal sealed class PostMonthTelemetry(IMeterFactory meters) : RunTelemetry(meters, Name, "wenye.post_months", "placement")
{
    public const string Name = "Wenye.WelfarePosts.Months";
}
