using Microsoft.EntityFrameworkCore;
using Wenye.CodeTables;
using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Report = Wenye.Statistics.Data.InternshipForms.InternshipReport;

namespace Wenye.Statistics.Features.InternshipForms.SumInternshipForms;

/// <summary>Adds a month's forms up (逐级汇总) and says which counties are missing.</summary>
internal sealed class SumInternshipFormsHandler(FormQueries forms, FormRules rules, ICodeTableSource codes, TimeProvider time)
{
    private const string Divisions = "AAB301";
    private const int DigitsOfALevel = 2;
    private const int CodeDigits = 6;

    public async Task<SumInternshipFormsResponse> HandleAsync(SumInternshipFormsRequest request, Caller caller, CancellationToken cancellation)
    {
        var (division, month) = FormQueries.Read(new(), request.Division, request.Month, caller);
        var reports = await forms.Latest(division.Code).Where(one => one.Month == request.Month).OrderBy(one => one.Division).ToListAsync(cancellation);
        var due = rules.Due(division, month).Result?.Due;
        var answer = new SumInternshipFormsResponse
        {
            Rows = { reports.GroupBy(report => RowOf(division, report.Division)).Select(row => Sum(row.Key, [.. row])) },
            Missing = { Missing(division, month, reports, due) },
            DueOn = due?.ToContract(),
        };
        if (reports.Count > 0)
        {
            var (columns, paid) = FormColumns.Sum(reports);
            answer.Total = Sum(division.Code, reports);
            answer.Decision = rules.Check(division, month, columns, paid).ToContract();
        }

        return answer;
    }

    private IEnumerable<MissingInternshipForm> Missing(Division division, YearMonth month, List<Report> reports, DateOnly? due)
    {
        var filed = reports.Select(report => report.Division).ToHashSet(StringComparer.Ordinal);
        var overdue = due < ChinaTime.Today(time);
        return codes.Current.Entries(Divisions).Where(entry => entry.IsValidOn(month.LastDay))
            .Where(entry => Division.TryParse(entry.Code, out var county) && county.Level == DivisionLevel.District && division.Contains(county))
            .Select(entry => entry.Code).Distinct().Where(county => due is not null && !filed.Contains(county)).Order(StringComparer.Ordinal)
            .Select(county => new MissingInternshipForm { Division = county, Overdue = overdue });
    }

    private static InternshipSum Sum(string division, List<Report> reports)
    {
        var (columns, paid) = FormColumns.Sum(reports);
        return new()
        {
            Division = division,
            Columns = FormColumns.ToContract(columns, paid),
            Forms = reports.Count,
            LateForms = reports.Count(report => report.Late),
        };
    }

    /// <summary>The division itself, or the one right below it that a form belongs to.</summary>
    private static string RowOf(Division division, string code)
    {
        var digits = division.Level == DivisionLevel.Province ? DigitsOfALevel * 2 : CodeDigits;
        return code == division.Code ? code : code[..digits].PadRight(CodeDigits, '0');
    }
}
