using Grpc.Core;
using Wenye.CodeTables;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Features.Exports;
using Wenye.Statistics.Features.InternshipForms.SumInternshipForms;

namespace Wenye.Statistics.Features.InternshipForms.ExportInternshipForms;

/// <summary>A month's sum as a file with the printed headings (导出见习汇总表).</summary>
internal sealed class ExportInternshipFormsHandler(SumInternshipFormsHandler sums, ICodeTableSource codes)
{
    private const string Divisions = "AAB301";

    public async Task HandleAsync(
        ExportInternshipFormsRequest request, IServerStreamWriter<ExportInternshipFormsResponse> answer, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var format = TableAnswers.Format(faults, request.Format);
        var (division, month) = FormQueries.Read(faults, request.Division, request.Month, caller);
        var sum = await sums.HandleAsync(new() { Division = request.Division, Month = request.Month }, caller, cancellation);
        IEnumerable<FormRow> rows = [.. sum.Rows.Select(row => Row(row.Division, NameOf(row.Division, month), row)), .. sum.Total is { } total ? [Row("", "合计", total)] : Array.Empty<FormRow>()];
        await TableAnswers.SendAsync(
            FormTable.Printed, $"{FormTable.Title}_{division.Code}_{month}", format, rows.ToAsyncEnumerable(),
            (part, stopping) => answer.WriteAsync(new() { Part = part }, stopping), cancellation);
    }

    private string NameOf(string division, YearMonth month) => codes.Current.Lookup(Divisions, division, month.LastDay)?.Label ?? division;

    private static FormRow Row(string code, string name, InternshipSum sum) =>
        new(code, name, FormColumns.Numbers(sum.Columns), sum.Columns.PaidFen, sum.Forms, sum.LateForms);
}
