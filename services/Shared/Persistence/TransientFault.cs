using System.Data.Common;

namespace Wenye.Persistence;

/// <summary>Tells a database that is away from a statement that is wrong (暂时性故障).</summary>
public static class TransientFault
{
    /// <summary>True when the same statement may succeed later (可重试): the database is restarting, the connection broke, a deadlock was resolved.</summary>
    /// <param name="exception">EF Core wraps the driver's exception, so inner exceptions count.</param>
    public static bool Is(Exception? exception) =>
        exception is DbException { IsTransient: true } || (exception?.InnerException is { } inner && Is(inner));
}
