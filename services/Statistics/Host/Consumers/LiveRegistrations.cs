namespace Wenye.Statistics.Consumers;

/// <summary>Beginnings and ends of registrations are joined (期末登记失业人数) by whichever is written second.</summary>
/// <remarks>Held until the transaction ends and put before the statement, whose snapshot is taken after it.</remarks>
internal static class LiveRegistrations
{
    /// <summary>Waits for every batch of beginnings and of ends.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('live_registrations', 0));\n";

    /// <summary>Waits for batches of ends.</summary>
    public const string LockShared = "SELECT pg_advisory_xact_lock_shared(hashtextextended('live_registrations', 0));\n";
}
