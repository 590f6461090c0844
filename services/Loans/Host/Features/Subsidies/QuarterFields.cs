using Wenye.ServiceDefaults;
using Quarter = Wenye.Loans.Domain.Quarters.Quarter;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>Quarters and years in requests (季度、年度校验).</summary>
internal static class QuarterFields
{
    private const int FirstYear = 2015;
    private const int LastYear = 2100;

    /// <summary>The quarter; a fault when it is none.</summary>
    public static Quarter Quarter(this RequestFaults faults, Contract.Quarter? quarter, string field = "quarter")
    {
        var isOne = quarter is { Year: >= FirstYear and <= LastYear, Number: >= 1 and <= 4 };
        faults.Demand(isOne, field, $"请填写季度：年份 {FirstYear} 至 {LastYear}，季度 1 至 4");
        return isOne ? Domain.Quarters.Quarter.Of(quarter!.Year, quarter.Number) : default;
    }

    /// <summary>A year; a fault when it is none.</summary>
    public static void Year(this RequestFaults faults, int year) =>
        faults.Demand(year is >= FirstYear and <= LastYear, "year", $"年份应为 {FirstYear} 至 {LastYear}");

    /// <summary>Refuses a quarter that goes on (季度未结束).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION QUARTER_NOT_OVER.</exception>
    public static void DemandOver(Quarter quarter, DateOnly today)
    {
        if (quarter.To > today)
        {
            throw RpcErrors.FailedPrecondition("QUARTER_NOT_OVER", "该季度（年度）尚未结束，按季计算应在结束之后发起");
        }
    }

    public static Contract.Quarter ToContract(this Quarter quarter) => new() { Year = quarter.Year, Number = quarter.Number };
}
