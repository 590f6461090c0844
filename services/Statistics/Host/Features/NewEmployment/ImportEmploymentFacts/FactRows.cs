using Wenye.Contracts.Statistics.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Data.Reports;
using static Wenye.Contracts.Statistics.V1.EmploymentFactRow;
using DomainSpellKind = Wenye.Statistics.Domain.NewEmployment.SpellKind;

namespace Wenye.Statistics.Features.NewEmployment.ImportEmploymentFacts;

/// <summary>Rows without a fault as they are kept (导入行入库).</summary>
internal static class FactRows
{
    /// <summary>The employment that a row is of (所指就业登记); null: of none.</summary>
    public static Guid? EmploymentOf(EmploymentFactRow row) => row.FactCase switch
    {
        FactOneofCase.Mark => Guid.Parse(row.Mark.EmploymentId),
        FactOneofCase.RecordPlace => Guid.Parse(row.RecordPlace.EmploymentId),
        _ => null,
    };

    public static PersonSpell Of(PersonSpellRow row) => new()
    {
        PersonId = Guid.Parse(row.PersonId),
        Kind = Term<DomainSpellKind>.Text((DomainSpellKind)(int)row.Kind),
        Begins = row.Begins.ToDay(),
        Ends = row.Ends?.ToDay(),
        EmployerCode = row.EmployerCode,
    };

    public static RecordMark Of(RecordMarkRow row, string agency) => new()
    {
        EmploymentId = Guid.Parse(row.EmploymentId),
        Doubtful = row.HasDoubtful ? row.Doubtful : null,
        HandlingError = row.HasHandlingError ? row.HandlingError : null,
        RuralPostOrWorkshop = row.HasRuralPostOrWorkshop ? row.RuralPostOrWorkshop : null,
        TransferOrRenewal = row.HasTransferOrRenewal ? row.TransferOrRenewal : null,
        Reason = row.Reason,
        Agency = agency,
    };

    public static DivisionAttrition Of(AttritionRow row) => new()
    {
        Division = row.Division,
        Period = row.Period,
        Retired = row.Retired,
        WorkDeaths = row.WorkDeaths,
        OfPeriod = row.OfPeriod.Length > 0 ? row.OfPeriod : row.Period,
    };

    public static EmployedAtYearEnd Of(EmployedRow row) => new() { Division = row.Division, Year = row.Year, People = row.People };

    public static AnnualTarget Of(TargetRow row) => new()
    {
        Division = row.Division,
        Year = row.Year,
        Measure = TargetSums.TermOf(row.Measure),
        Lowest = YearFigureChecks.Value(row.Lowest)!.Value,
        Middle = YearFigureChecks.Value(row.Middle),
        Highest = YearFigureChecks.Value(row.Highest),
    };

    public static PlaceClass Of(PlaceClassRow row) => new() { Place = row.Place, ValidFrom = row.ValidFrom.ToDay(), Class = row.Class };

    public static RecordPlace Of(RecordPlaceRow row) => new() { EmploymentId = Guid.Parse(row.EmploymentId), Place = row.Place };
}
