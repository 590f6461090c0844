using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Wenye.Persistence;

/// <summary>One step of a record (办理环节); only ever appended.</summary>
public abstract class Step
{
    /// <summary>From 1, oldest first.</summary>
    public int Sequence { get; internal set; }

    public DateTimeOffset OccurredAt { get; internal set; }

    /// <summary>The agency whose token made the call (经办机构).</summary>
    public string Agency { get; internal set; } = "";

    /// <summary>经办人 AAE011, encrypted at rest; null when nobody was named.</summary>
    public string? Operator { get; internal set; }

    /// <summary>The office of the directory; null when none was named.</summary>
    public Guid? OfficeId { get; internal set; }

    /// <summary>Encrypted at rest.</summary>
    public string? Note { get; internal set; }
}

/// <summary>Tables of steps (办理环节表).</summary>
public static class StepMapping
{
    /// <summary>What every table of steps has (映射): the service adds its name and key.</summary>
    public static EntityTypeBuilder<TStep> MapStep<TStep>(this EntityTypeBuilder<TStep> step, PersonalDataProtector? personalData)
        where TStep : Step
    {
        step.Property(s => s.Sequence).ValueGeneratedNever();
        step.Property(s => s.Operator).IsProtectedIfPresent(personalData);
        step.Property(s => s.Note).IsProtectedIfPresent(personalData);
        return step;
    }
}
