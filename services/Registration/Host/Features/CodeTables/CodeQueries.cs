using Wenye.CodeTables;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables;

/// <summary>What reading calls have in common (代码查询).</summary>
internal static class CodeQueries
{
    /// <summary>The day asked for; today when there is none.</summary>
    public static DateOnly DayOf(Date? on, TimeProvider time) => on is null ? ChinaTime.Today(time)
        : on.IsDay() ? on.ToDay()
        : throw RpcErrors.InvalidArgument("on", "日期无效，请填写真实存在的年月日，或留空表示今天");

    /// <summary>Demands that the table is loaded: NOT_FOUND, reason TABLE_NOT_LOADED.</summary>
    public static void DemandTable(this CodeTableSet tables, string table)
    {
        if (!tables.Tables.Contains(table))
        {
            throw RpcErrors.NotFound("TABLE_NOT_LOADED", CodeTableCatalogue.Find(table) is { } definition
                ? $"本系统尚未载入{definition.Name}的代码表（{definition.Table}），请由管理员导入"
                : "没有这个代码表，请先用 ListCodeTables 查询代码表目录");
        }
    }
}
