using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Statistics.Features;

/// <summary>Reads what a caller asks figures for (查询条件) and gathers everything at fault before answering.</summary>
internal sealed class FigureQuery
{
    private readonly List<FieldError> faults = [];

    /// <summary>The division and all below it (区划范围), as the prefix that their codes share.</summary>
    public string Area(string field, string code)
    {
        Demand(Division.TryParse(code, out var division), field, "请填写 GB/T 2260 行政区划代码，6 位数字，如 370102、370100、370000");
        return division.Level switch
        {
            DivisionLevel.Nation => "",
            DivisionLevel.Province => division.Code[..2],
            DivisionLevel.City => division.Code[..4],
            _ => division.Code,
        };
    }

    /// <summary>The report period (统计报表期) YYYY-MM.</summary>
    public YearMonth Period(string field, string text)
    {
        Demand(YearMonth.TryParse(text, out var period), field, "请按 YYYY-MM 填写统计报表期，如 2020-09");
        return period;
    }

    /// <summary>Notes a fault of a field unless the condition holds.</summary>
    public void Demand(bool holds, string field, string message)
    {
        if (!holds)
        {
            faults.Add(new FieldError(field, message));
        }
    }

    /// <summary>Ends the reading.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT naming every field at fault.</exception>
    public void DemandValid()
    {
        if (faults.Count > 0)
        {
            throw RpcErrors.InvalidArgument(faults);
        }
    }
}
