using Microsoft.EntityFrameworkCore;

namespace Wenye.Loans.Data;

/// <summary>What kind of thing an event told of (事实类别).</summary>
public enum ToldKind
{
    /// <summary>失业登记.</summary>
    Unemployment = 1,

    /// <summary>就业登记.</summary>
    Employment = 2,

    /// <summary>就业困难人员认定.</summary>
    Hardship = 3,

    /// <summary>培训合格证书.</summary>
    Certificate = 4,
}

/// <summary>A registration, recognition or certificate of which events of Registration or Training told (登记和培训状态投影).</summary>
/// <remarks>
/// Keyed as its sender keys it. Its beginning and its end are told by two events, each of which sets columns of its own: so it does not
/// matter which comes first, or how often. Of whom it is, only Registration's key says.
/// </remarks>
public sealed class ToldFact
{
    public required ToldKind Kind { get; init; }

    /// <summary>The sender's key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Registration's key of the person; null: only the end of a certificate was told yet, which names nobody.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Its first day; null: only the end was told yet.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The first day on which it holds no more; null: no end was told.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of a recognition: the last day it holds by itself.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Of an employment its manner (就业方式), of a certificate the occupation (职业（工种）); else null.</summary>
    public string? Detail { get; init; }

    /// <summary>Of an employment with a body: 统一社会信用代码; else null.</summary>
    public string? EmployerCode { get; init; }

    /// <summary>When the last message about it was taken.</summary>
    public required DateTimeOffset ToldAt { get; init; }

    /// <summary>Whether it holds on a day (当日有效).</summary>
    public bool HoldsOn(DateOnly day) => Since <= day && !(Until <= day) && !(ExpiresOn < day);

    internal static void Map(ModelBuilder model) => model.Entity<ToldFact>(fact =>
    {
        fact.ToTable("told_fact").HasKey(f => new { f.Kind, f.Id });
        fact.Property(f => f.Kind).ValueGeneratedNever();
        fact.Property(f => f.Id).ValueGeneratedNever();
        fact.HasIndex(f => f.PersonId);
    });
}
