using Wenye.Payments.Data;
using Wenye.Persistence;

namespace Wenye.Payments;

/// <summary>The tables that are written many rows at a time (批量写入表), by the mapping of the service's context; made once a process.</summary>
public sealed class PaymentTables
{
    private RowTable<StoredPayable>? payables;
    private RowTable<StoredStep>? steps;

    internal RowTable<StoredPayable> Payables(ServiceDbContext database) => payables ??= new(database.Model);

    internal RowTable<StoredStep> Steps(ServiceDbContext database) => steps ??= new(database.Model);
}
