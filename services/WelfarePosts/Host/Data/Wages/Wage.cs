using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>What holds from a day until the next of the same tier, place or county (最低工资标准、适用档次、乡村岗位小时标准).</summary>
public sealed class Wage
{
    /// <summary>In <see cref="Key"/>: of no tier.</summary>
    public const int NoTier = 0;

    public required WageKind Kind { get; init; }

    /// <summary>Of a tier its province; else the place or county.</summary>
    public required string Division { get; init; }

    /// <summary>Of a tier which; else <see cref="NoTier"/>.</summary>
    public required int Key { get; init; }

    /// <summary>执行日期.</summary>
    public required DateOnly From { get; init; }

    /// <summary>档次; <see cref="NoTier"/>: of a rural rate.</summary>
    public required int Tier { get; init; }

    /// <summary>Of a tier, fen a month; else 0.</summary>
    public required long MonthlyFen { get; init; }

    /// <summary>Of a tier or a rural rate, fen an hour; else 0.</summary>
    public required long HourlyFen { get; init; }

    /// <summary>文号.</summary>
    public required string Document { get; init; }

    internal static void Map(ModelBuilder model, PersonalDataProtector? personalData)
    {
        model.Entity<Wage>(wage =>
        {
            wage.ToTable("wage").HasKey(w => new { w.Kind, w.Division, w.Key, w.From });
            wage.Property(w => w.Division).UseCollation("C");
        });
        model.Entity<WageRecord>(record =>
        {
            record.ToTable("wage_record").HasKey(r => new { r.Kind, r.Division, r.Key, r.From, r.Sequence });
            record.MapStep(personalData);
            record.Property(r => r.Division).UseCollation("C");
        });
    }
}

/// <summary>What was stated, and each correction of it (导入与更正记录); only ever appended.</summary>
public sealed class WageRecord : Step
{
    public required WageKind Kind { get; init; }

    public required string Division { get; init; }

    public required int Key { get; init; }

    public required DateOnly From { get; init; }

    public required int Tier { get; init; }

    public required long MonthlyFen { get; init; }

    public required long HourlyFen { get; init; }

    public required string Document { get; init; }

    /// <summary>It was taken back, with these figures (撤销).</summary>
    public bool Withdrawn { get; init; }
}
