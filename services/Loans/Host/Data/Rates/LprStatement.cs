using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Loans.Data;

/// <summary>What was stated of a publication, and each correction of it (LPR导入与更正记录); only ever appended.</summary>
public sealed class LprStatement : Step
{
    public required DateOnly PublishedOn { get; init; }

    public required decimal OneYear { get; init; }

    public required decimal FiveYears { get; init; }

    internal static void Map(ModelBuilder model, PersonalDataProtector? personalData) => model.Entity<LprStatement>(statement =>
    {
        statement.ToTable("lpr_statement").HasKey(s => new { s.PublishedOn, s.Sequence });
        statement.MapStep(personalData);
        statement.Property(s => s.OneYear).HasPrecision(9, 6);
        statement.Property(s => s.FiveYears).HasPrecision(9, 6);
    });
}
