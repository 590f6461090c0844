using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Wenye.Persistence;

/// <summary>Enters what a transaction of the context wrote by commands and not by saving (提交前留痕): COPY, set-based SQL.</summary>
internal sealed class AuditedCommits : DbTransactionInterceptor
{
    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is ServiceDbContext { Audit: { } audit } context && !context.IsEntered(eventData.TransactionId))
        {
            await audit.WriteAsync((NpgsqlConnection)transaction.Connection!, cancellationToken);
        }

        return result;
    }
}
