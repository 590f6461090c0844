using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Wenye.Contracts.Payments.V1;
using Wenye.Payments.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Payments;

/// <summary>Where a service hands over what it decided to pay (待付款项登记), in the transaction that stores the decision.</summary>
public sealed class Payables(ServiceDbContext database, PaymentTables tables, PersonalDataProtector protector)
{
    private const int AtOnce = 10_000;

    /// <summary>Adds payables in the context's open transaction (登记): nothing is there before its commit. Their order is that of approval and of payment.</summary>
    /// <remarks>
    /// Set-based: 100,000 at a time are fine. A payable that is there already, by benefit and subject, is left as it is and its
    /// id returned, so that a run that was interrupted may add its payables again.
    /// </remarks>
    /// <param name="payables">What was decided; no two of one benefit and subject.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="cancellation">The call's.</param>
    /// <returns>Their ids, in order.</returns>
    /// <exception cref="InvalidOperationException">
    /// No transaction is open on the context, or a payable of this benefit and subject is there with another amount, payee, fund or pool.
    /// </exception>
    public async Task<IReadOnlyList<Guid>> AddAsync(IReadOnlyList<NewPayable> payables, HandledBy by, CancellationToken cancellation)
    {
        if (database.Database.CurrentTransaction?.GetDbTransaction() is not NpgsqlTransaction transaction)
        {
            throw new InvalidOperationException("Payables are added in the transaction of the decision: begin one on the context.");
        }

        var ids = new List<Guid>(payables.Count);
        foreach (var chunk in payables.Chunk(AtOnce))
        {
            ids.AddRange(await AddChunkAsync([.. chunk.Select(Decided)], by, transaction, cancellation));
        }

        return ids;
    }

    private async Task<IEnumerable<Guid>> AddChunkAsync(
        IReadOnlyList<StoredPayable> rows, HandledBy by, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var added = await InsertAsync(rows, transaction, cancellation);
        var steps = rows.Where(row => added.Contains(row.Id)).Select(row => new StoredStep
        {
            PayableId = row.Id,
            State = row.State,
            OccurredAt = by.At,
            Agency = by.Agency,
            Operator = by.Operator,
            OperatorHash = by.OperatorHash(protector),
            OfficeId = by.OfficeId,
            Note = by.Remarks,
        });
        await tables.Steps(database).CopyAsync(transaction.Connection!, [.. steps], cancellation);
        if (added.Count == rows.Count)
        {
            return rows.Select(row => row.Id);
        }

        var present = await PresentAsync([.. rows.Where(row => !added.Contains(row.Id))], cancellation);
        return rows.Select(row => added.Contains(row.Id) ? row.Id : present[(row.Benefit, row.SubjectId)]);
    }

    private async Task<HashSet<Guid>> InsertAsync(IReadOnlyList<StoredPayable> rows, NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        var table = tables.Payables(database);
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) SELECT {table.ColumnList} FROM {table.Rows("fresh")} ON CONFLICT (benefit, subject_id) DO NOTHING RETURNING id";
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        command.Parameters.AddRange(table.Parameters(rows));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var added = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellation))
        {
            added.Add(reader.GetGuid(0));
        }

        return added;
    }

    private async Task<Dictionary<(string, Guid), Guid>> PresentAsync(IReadOnlyList<StoredPayable> wanted, CancellationToken cancellation)
    {
        var subjects = wanted.Select(row => row.SubjectId).ToArray();
        var found = await database.Set<StoredPayable>().AsNoTracking().Where(p => subjects.Contains(p.SubjectId))
            .Select(p => new { p.Id, p.Benefit, p.SubjectId, p.AmountFen, p.Payee, p.Fund, p.Pool }).ToDictionaryAsync(p => (p.Benefit, p.SubjectId), cancellation);
        foreach (var row in wanted)
        {
            var present = found[(row.Benefit, row.SubjectId)];
            if ((present.AmountFen, present.Payee, present.Fund, present.Pool) != (row.AmountFen, row.Payee, row.Fund, row.Pool))
            {
                throw new InvalidOperationException($"{row.Benefit} {row.SubjectId} has a payable of other content: a correction is a payable of its own.");
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => pair.Value.Id);
    }

    private static StoredPayable Decided(NewPayable payable) => new()
    {
        Id = Guid.CreateVersion7(),
        Benefit = payable.Benefit,
        SubjectId = payable.SubjectId,
        Payee = payable.Payee,
        PayeeName = payable.PayeeName,
        BankAccount = payable.BankAccount.Length == 0 ? null : payable.BankAccount,
        BankName = payable.BankName,
        Fund = payable.Fund,
        Pool = payable.Pool,
        Division = payable.Division,
        AmountFen = payable.AmountFen,
        NeedsPublicity = payable.NeedsPublicity,
        State = PayableState.Decided,
    };
}
