using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Guarantee;
using Wenye.Loans.Features.Books;
using Wenye.Loans.Features.Funds;
using Wenye.Persistence;
using Wenye.Policy;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;
using Loan = Wenye.Loans.Data.Loan;
using LoanEntry = Wenye.Loans.Data.LoanEntry;

namespace Wenye.Loans.Features.BankFiles.ImportLoanEntries;

/// <summary>Commits chunks of a bank's file with the import's progress (分批提交): all of a chunk or nothing, under the locks of its loans, then of their funds.</summary>
internal sealed class EntryWriter(LoansDbContext database, EntryBooking booking, FundLimits limits, FirstDrawdowns firsts, BankFileTables tables)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import.</exception>
    public async Task<LoanImport> WriteAsync(LoanImport import, ImportChunk<CheckedEntry> chunk, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var loans = await HoldAsync(import, chunk, cancellation);
            var (funds, decided) = await HoldFundsAsync(loans.Values, cancellation);
            var waiting = await firsts.WithoutCounterGuaranteeAsync(loans.Values, cancellation);
            var judgement = new EntryJudgement(loans, funds, decided, waiting, booking, import.Agency);
            judgement.Judge(chunk.Rows);
            var rejected = judgement.Faults.Count;
            var next = await database.AdvanceImportAsync(import, chunk.Rows.Count - rejected, rejected, chunk.Content, cancellation);
            Announce(judgement);
            await tables.Faults.CopyAsync(Connection, [.. judgement.Faults.OrderBy(one => one.Row).SelectMany(one => import.Rejected(one.Row, one.Faults))], cancellation);
            await database.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    private async Task<Dictionary<string, Loan>> HoldAsync(LoanImport import, ImportChunk<CheckedEntry> chunk, CancellationToken cancellation)
    {
        string[] numbers = [.. chunk.Rows.Where(row => row.Faults.Count == 0).Select(row => row.Row.ContractNumber).Distinct()];
        var held = await database.Loans
            .FromSql($"SELECT * FROM loan WHERE bank_id = {import.BankId} AND contract_number = ANY({numbers}) ORDER BY id FOR NO KEY UPDATE").ToListAsync(cancellation);
        Guid[] ids = [.. held.Select(one => one.Id)];
        await database.Set<LoanEntry>().Where(one => ids.Contains(one.LoanId)).LoadAsync(cancellation);
        return held.ToDictionary(one => one.ContractNumber, StringComparer.Ordinal);
    }

    private async Task<(Dictionary<Guid, GuaranteeFund> Funds, Dictionary<Guid, Decision<GuaranteeLimit>> Decided)> HoldFundsAsync(IEnumerable<Loan> loans, CancellationToken cancellation)
    {
        Guid[] ids = [.. loans.Select(one => one.FundId).Distinct()];
        var held = await database.Funds.FromSql($"SELECT * FROM guarantee_fund WHERE id = ANY({ids}) ORDER BY id FOR NO KEY UPDATE").ToDictionaryAsync(one => one.Id, cancellation);
        var decided = new Dictionary<Guid, Decision<GuaranteeLimit>>();
        foreach (var fund in held.Values)
        {
            decided[fund.Id] = await limits.DecideAsync(fund, requestedFen: null, cancellation);
        }

        return (held, decided);
    }

    private void Announce(EntryJudgement judgement)
    {
        foreach (var (loan, entry, isFirst) in judgement.Booked)
        {
            if (entry.Kind == LoanEntryKind.Drawdown)
            {
                database.Publish(loan.Disbursed(entry, isFirst));
            }
            else if (entry is { Kind: LoanEntryKind.Reversal, PrincipalFen: < 0 })
            {
                database.Publish(loan.Reversed(entry));
            }
        }
    }
}
