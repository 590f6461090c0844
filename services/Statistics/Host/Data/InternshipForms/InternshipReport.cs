using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Statistics.Data.InternshipForms;

/// <summary>A version of a division's monthly internship form (青年就业见习工作情况汇总表); only ever added, never changed.</summary>
public sealed class InternshipReport
{
    /// <summary>Whose own internships it is of, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>YYYY-MM.</summary>
    public required string Month { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Columns 1 to 13 by their printed numbers (各栏): the first is column 1.</summary>
    public required int[] Columns { get; init; }

    /// <summary>Column 14 in fen.</summary>
    public required long PaidFen { get; init; }

    /// <summary>上报日 of the first version; it stays.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day of this version, in China.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Whether the first version came after the due day (逾期).</summary>
    public required bool Late { get; init; }

    /// <summary>Why the version before was corrected; empty in the first.</summary>
    public required string Reason { get; init; }

    /// <summary>The agency that filed it.</summary>
    public required string Agency { get; init; }

    /// <summary>填报人, encrypted at rest.</summary>
    public required string Operator { get; init; }

    /// <summary>statistics.internship_form as it was decided, canonical JSON.</summary>
    public required string Decision { get; init; }

    internal static void Map(ModelBuilder model, PersonalDataProtector? personalData) => model.Entity<InternshipReport>(report =>
    {
        report.ToTable("internship_report").HasKey(r => new { r.Division, r.Month, r.Version });
        report.Property(r => r.Division).UseCollation("C");
        report.Property(r => r.Month).UseCollation("C");
        report.Property(r => r.Version).ValueGeneratedNever();
        report.Property(r => r.Operator).IsProtected(personalData);
    });
}
