using System.Diagnostics;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Clock;
using Wenye.Operator.Connection;
using Wenye.Operator.Offices;
using Wenye.Policy;
using Wenye.Testing;

namespace Wenye.Operator.Seed;

/// <summary>./platform seed: fills a running development system with synthetic people through its own import (生成虚构数据).</summary>
/// <remarks>
/// In imports of <see cref="Block"/> people each, by number: a run that was cut goes on where it stopped, and a larger number
/// adds to a smaller one. Four in five are registered, on a day within three years; the others are applications to be reviewed.
/// </remarks>
internal static class SeedRegister
{
    private const int Block = 50_000;
    private const int RowsAMessage = 500;

    public static Command Command { get; } = new(
        "seed", "--people 人数 | --firms 户数 [--seed 0-9]  [--division 省、市、县行政区划代码]", "向运行中的开发系统导入虚构人员的失业登记，或虚构企业的参保、财务、基金数据（可续传），例如 seed --people 20000", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        if (arguments.Option("--firms") is not null)
        {
            return await SeedFirms.RunAsync(arguments, cancellation);
        }

        arguments.Only(values: 0, "--people", "--division");
        var people = arguments.Number("--people", whenAbsent: 20_000, least: 1, most: SyntheticRegister.MaxPeople);
        var division = arguments.Option("--division") ?? "370000";
        using var session = await Session.OpenAsync(arguments, "importer", cancellation);
        var (_, all) = await DivisionNames.ReadAsync(new(session.Calls), division[..2], cancellation);
        var area = division.TrimEnd('0').PadRight(2, '0');
        var counties = all.Where(county => county.StartsWith(area, StringComparison.Ordinal)).ToList();
        if (division.Length != 6 || counties.Count == 0)
        {
            throw new UsageException("--division 应为代码表中的省、市或县");
        }

        var register = new SyntheticRegister(counties, ChinaTime.Today(RunningClock.Find() ?? TimeProvider.System));
        var imports = new ApplicationImportService.ApplicationImportServiceClient(session.Calls);
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < people; first += Block)
        {
            await session.RenewAsync(cancellation);
            var import = await ImportAsync(imports, register, division, first, Math.Min(Block, people - first), cancellation);
            var done = Math.Min(first + Block, people);
            Console.WriteLine($"{done:N0} / {people:N0} 人，本批已收 {import.Taken:N0}、退回 {import.Rejected:N0}，平均每秒 {done / Stopwatch.GetElapsedTime(started).TotalSeconds:N0} 人");
        }

        return 0;
    }

    // The system knows how far this import came, so an interrupted run sends only what is left.
    private static async Task<ApplicationImport> ImportAsync(
        ApplicationImportService.ApplicationImportServiceClient imports, SyntheticRegister register, string division, int first, int count, CancellationToken cancellation)
    {
        var header = new ApplicationImportHeader { ImportId = $"seed-{division}-{first}", Channel = ApplicationChannel.MinistryPlatform };
        var known = await KnownAsync(imports, header.ImportId, cancellation);
        if (known?.NextRow > count)
        {
            return known;
        }

        using var call = imports.ImportApplications(cancellationToken: cancellation);
        await call.RequestStream.WriteAsync(new ImportApplicationsRequest { Header = header }, cancellation);
        var next = (int)(known?.NextRow ?? 1);
        foreach (var rows in Enumerable.Range(next, count - next + 1).Select(row => Row(register, first + row - 1, row)).Chunk(RowsAMessage))
        {
            await call.RequestStream.WriteAsync(new ImportApplicationsRequest { Rows = new ApplicationRows { Rows = { rows } } }, cancellation);
        }

        await call.RequestStream.CompleteAsync();
        return (await call.ResponseAsync).Import;
    }

    private static async Task<ApplicationImport?> KnownAsync(
        ApplicationImportService.ApplicationImportServiceClient imports, string id, CancellationToken cancellation)
    {
        try
        {
            return (await imports.GetImportAsync(new GetImportRequest { ImportId = id }, cancellationToken: cancellation)).Import;
        }
        catch (RpcException none) when (none.StatusCode == StatusCode.NotFound)
        {
            return null;
        }
    }

    private static ApplicationRow Row(SyntheticRegister register, int person, int row)
    {
        var fields = register.Form(person);
        var form = new ApplicationForm();
        foreach (var field in ApplicationForm.Descriptor.Fields.InFieldNumberOrder())
        {
            if (fields.TryGetValue(field.JsonName, out var text))
            {
                field.Accessor.SetValue(form, text);
            }
        }

        var day = register.RegisteredOn(person);
        return new ApplicationRow
        {
            Row = row,
            Form = form,
            RegisteredOn = SyntheticRegister.Fate(person) == SyntheticFate.Applied ? null : new Date { Year = day.Year, Month = day.Month, Day = day.Day },
        };
    }
}
