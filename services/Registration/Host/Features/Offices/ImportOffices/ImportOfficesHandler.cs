using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Offices.ImportOffices;

/// <summary>Takes over a city's or county's list (导入清单), 鲁人社字〔2020〕39号 一(三): all good rows in one transaction.</summary>
internal sealed class ImportOfficesHandler(RegistrationDbContext database, ICodeTables codeTables, TimeProvider time)
{
    // A city of Shandong has at most some 7,000 villages.
    private const int MaxRows = 50_000;

    public async Task<ImportOfficesResponse> HandleAsync(
        IAsyncStreamReader<ImportOfficesRequest> requests, Caller caller, CancellationToken cancellation)
    {
        var (division, complete) = await HeaderAsync(requests, caller, cancellation);
        var rows = new OfficeRows(division, codeTables, ChinaTime.DayOf(time.GetUtcNow()));
        await ReadAsync(requests, rows, cancellation);
        if (complete && rows.SomeUnnamed)
        {
            rows.TellNothingClosed();
        }

        return await new OfficeList(database, division).ReplaceAsync(rows, closeOthers: complete && !rows.SomeUnnamed, cancellation);
    }

    private static async Task<(Division Division, bool Complete)> HeaderAsync(
        IAsyncStreamReader<ImportOfficesRequest> requests, Caller caller, CancellationToken cancellation)
    {
        if (!await requests.MoveNext(cancellation) || requests.Current.Header is not { } header)
        {
            throw RpcErrors.InvalidArgument("header", "第一条消息应说明是哪个市、县的清单");
        }

        if (!Division.TryParse(header.Division, out var division) || division.Level is DivisionLevel.Nation or DivisionLevel.Province)
        {
            throw RpcErrors.InvalidArgument("division", "请填写清单所属市、县的 6 位行政区划代码");
        }

        caller.DemandDivision(header.Division);
        return (division, header.Complete);
    }

    private static async Task ReadAsync(IAsyncStreamReader<ImportOfficesRequest> requests, OfficeRows rows, CancellationToken cancellation)
    {
        var count = 0;
        while (await requests.MoveNext(cancellation))
        {
            var row = requests.Current.Row ?? throw RpcErrors.InvalidArgument("row", "第一条消息之后，每条消息应为清单的一行");
            if (++count > MaxRows)
            {
                throw RpcErrors.ResourceExhausted("TOO_MANY_ROWS", $"一份清单不超过{MaxRows}行，请按县（市、区）分开导入");
            }

            rows.Add(row);
        }

        // Else an empty file would close every office of a city.
        if (count == 0)
        {
            throw RpcErrors.InvalidArgument("row", "清单没有任何行，请核对文件");
        }
    }
}
