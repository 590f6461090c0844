using Wenye.CodeTables;
using Wenye.CodeTables.Distribution;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.CodeTables.LookUpCode;

/// <summary>What a code means on a day (查询代码).</summary>
internal sealed class LookUpCodeHandler(ICodeTableSource source, TimeProvider time)
{
    public LookUpCodeResponse Handle(LookUpCodeRequest request)
    {
        var day = CodeQueries.DayOf(request.On, time);
        var tables = source.Current;
        tables.DemandTable(request.Table);
        return tables.Lookup(request.Table, request.Code, day) is { } entry
            ? new LookUpCodeResponse { Entry = entry.ToContract() }
            : throw RpcErrors.NotFound("CODE_UNKNOWN", "代码表中没有这个代码，或它在该日未生效、已停用");
    }
}
