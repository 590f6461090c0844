using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.Statistics.Data.Reports;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Data.NewEmployment;

/// <summary>The tables that many rows are written to at once (成批写入的表).</summary>
internal sealed class NewEmploymentTables
{
    public NewEmploymentTables(DbContextOptions<StatisticsDbContext> options)
    {
        using var context = new StatisticsDbContext(options);
        Verdicts = new(context.Model);
        Tallies = new(context.Model);
        Spells = new(context.Model);
        Marks = new(context.Model);
        Attrition = new(context.Model);
        PlaceClasses = new(context.Model);
        RecordPlaces = new(context.Model);
        Employed = new(context.Model);
        Targets = new(context.Model);
        Faults = new(context.Model);
        Doubts = new(context.Model);
        DoubtSteps = new(context.Model);
    }

    public RowTable<EmploymentVerdict> Verdicts { get; }

    public RowTable<NewEmploymentTally> Tallies { get; }

    public RowTable<PersonSpell> Spells { get; }

    public RowTable<RecordMark> Marks { get; }

    public RowTable<DivisionAttrition> Attrition { get; }

    public RowTable<PlaceClass> PlaceClasses { get; }

    public RowTable<RecordPlace> RecordPlaces { get; }

    public RowTable<EmployedAtYearEnd> Employed { get; }

    public RowTable<AnnualTarget> Targets { get; }

    public RowTable<RejectedField> Faults { get; }

    public RowTable<DoubtfulRecord> Doubts { get; }

    public RowTable<DoubtStep> DoubtSteps { get; }
}
