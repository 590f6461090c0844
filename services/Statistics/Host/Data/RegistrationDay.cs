namespace Wenye.Statistics.Data;

/// <summary>Registrations that began and ended on a day in a division (当日登记与注销), from which the live ones of any day are summed.</summary>
/// <remarks>By day and not by period: who registered before the first document on report periods is registered all the same.</remarks>
public sealed class RegistrationDay
{
    /// <summary>GB/T 2260 code as the event named it, usually a county.</summary>
    public required string Division { get; init; }

    public required DateOnly Day { get; init; }

    public long Registered { get; init; }

    /// <summary>Ends of registrations that are known here: one that was told before its registration waits for it.</summary>
    public long Cancelled { get; init; }

    /// <summary>Of the registered, those at an office in an urban area (城镇); what neither this nor the rural tell of nobody said.</summary>
    public long RegisteredUrban { get; init; }

    /// <summary>And in a rural one (乡村).</summary>
    public long RegisteredRural { get; init; }

    /// <summary>Of the ended, those registered at an office in an urban area.</summary>
    public long CancelledUrban { get; init; }

    /// <summary>And in a rural one.</summary>
    public long CancelledRural { get; init; }
}
