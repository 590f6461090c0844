using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>Puts the records of a region and year where they belong for one period (分类): counted, left out, asked for.</summary>
internal sealed class RecordSorting
{
    private readonly SortedDictionary<string, Clause> admitted = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Clause> excluded = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, IReadOnlyList<string>> asked = new(StringComparer.Ordinal);
    private readonly ReportedPeriod period;
    private readonly RecordScreening screening;
    private readonly Dated<Terms<DuplicateRule>> duplicates;

    public RecordSorting(IReadOnlyList<EmploymentRecord> records, ReportedPeriod period, RecordScreening screening, Dated<Terms<DuplicateRule>> duplicates)
    {
        (this.period, this.screening, this.duplicates) = (period, screening, duplicates);
        foreach (var person in records.Select(record => new Line(record, screening.Screen(record, period))).GroupBy(line => line.Person))
        {
            Sort([.. person]);
        }
    }

    /// <summary>Records that count, by id, with the clause that lets each in.</summary>
    public IReadOnlyDictionary<string, Clause> Admitted => admitted;

    /// <summary>Records that do not, by id, with the clause that keeps each out.</summary>
    public IReadOnlyDictionary<string, Clause> Excluded => excluded;

    /// <summary>Records of which facts are to be established, by id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Asked => asked;

    private void Sort(List<Line> person)
    {
        // A record of another period of the year does not count in this one, but may be the one that counts in the year.
        var inYear = person.Where(line => line.Screened.UnmetBesidesPeriod is null && IsOfYear(line)).ToList();
        var anyOfPeriod = inYear.Exists(line => line.Screened.Unmet is null);
        var kept = Kept(inYear);
        foreach (var line in person)
        {
            var id = line.Record.Id.Value;
            var matters = line.Screened.Unmet is null || (anyOfPeriod && inYear.Contains(line));
            if (matters && line.Missing is { Count: > 0 } missing)
            {
                asked.Add(id, missing);
            }
            else if (line.Screened.Unmet is { } unmet)
            {
                excluded.Add(id, unmet);
            }
            else if (line == kept && screening.AdmittedBy(line.Record) is { } clause)
            {
                admitted.Add(id, clause);
            }
            else
            {
                excluded.Add(id, duplicates.Clause);
            }
        }
    }

    private Line? Kept(List<Line> inYear)
    {
        Line? kept = null;
        foreach (var line in inYear.Where(line => line.Missing.Count == 0))
        {
            kept = kept is null || PersonYear.Prefer(line.Record, kept.Record, PersonYear.RuleOf(duplicates)) > 0 ? line : kept;
        }

        return kept;
    }

    private bool IsOfYear(Line line) => !line.Record.EmployedOn.IsProven || period.YearOf(line.Record.EmployedOn.Value) == period.Month.Year;

    private sealed record Line(EmploymentRecord Record, Screened Screened)
    {
        /// <summary>Null: nobody knows whose it is, so it is asked for.</summary>
        public string? Person => Record.Person.IsProven ? Record.Person.Value : null;

        public IReadOnlyList<string> Missing => Person is null ? [Record.Person.Name, .. Screened.Missing] : Screened.Missing;
    }
}
