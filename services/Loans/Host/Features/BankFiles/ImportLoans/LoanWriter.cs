using Microsoft.EntityFrameworkCore;
using Npgsql;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;
using Loan = Wenye.Loans.Data.Loan;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.BankFiles.ImportLoans;

/// <summary>Commits chunks of a file of loans with the import's progress (分批提交): all of a chunk or nothing.</summary>
internal sealed class LoanWriter(LoansDbContext database, BankFileTables tables, LoanFields fields, TimeProvider time)
{
    private NpgsqlConnection Connection => (NpgsqlConnection)database.Database.GetDbConnection();

    // In one order: files with people in common wait for each other, and make one person of each.
    private string Upsert => $"""
        INSERT INTO person ({tables.People.ColumnList}) SELECT {tables.People.ColumnList} FROM {tables.People.Rows("r")} ORDER BY r.id_hash
        ON CONFLICT (id_hash) DO UPDATE SET name = EXCLUDED.name RETURNING id, id_hash
        """;

    /// <summary>Writes a chunk and returns how far the import is then.</summary>
    /// <exception cref="Grpc.Core.RpcException">ABORTED when another stream has gone on with this import, or another import took over the same contracts.</exception>
    public async Task<LoanImport> WriteAsync(LoanImport import, ImportChunk<CheckedLoan> chunk, CancellationToken cancellation)
    {
        try
        {
            await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
            var (taken, faults) = await JudgeAsync(import, chunk.Rows, cancellation);
            var next = await database.AdvanceImportAsync(import, chunk.Rows.Count - faults.Count, faults.Count, chunk.Content, cancellation);
            await WriteAsync(import, taken, cancellation);
            await tables.Faults.CopyAsync(Connection, [.. faults.SelectMany(one => import.Rejected(one.Row, one.Faults))], cancellation);
            await transaction.CommitAsync(cancellation);
            return next;
        }
        catch (Exception conflict) when (conflict.GetBaseException() is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected })
        {
            throw ImportErrors.Conflict();
        }
    }

    private async Task<(List<CheckedLoan> Taken, List<(long Row, IReadOnlyList<FieldError> Faults)> Faults)> JudgeAsync(
        LoanImport import, IReadOnlyList<CheckedLoan> rows, CancellationToken cancellation)
    {
        var good = rows.Where(row => row.Faults.Count == 0).ToList();
        var bank = await database.Partners.AsNoTracking().SingleAsync(one => one.Id == import.BankId, cancellation);
        var fundIds = good.Select(row => Guid.Parse(row.Row.FundId)).Distinct().ToList();
        var funds = await database.Funds.AsNoTracking().Where(one => fundIds.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        var numbers = good.Select(row => row.Row.ContractNumber).ToList();
        var there = await database.Loans.AsNoTracking().Where(one => one.BankId == import.BankId && numbers.Contains(one.ContractNumber))
            .ToDictionaryAsync(one => one.ContractNumber, StringComparer.Ordinal, cancellation);
        var (taken, faults, rowOf) = (new List<CheckedLoan>(), new List<(long, IReadOnlyList<FieldError>)>(), new Dictionary<string, long>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var found = row.Faults.Count > 0 ? row.Faults : FaultsOf(row.Row, bank, funds, there, rowOf);
            if (found.Count > 0)
            {
                faults.Add((row.Row.Row, found));
            }
            else if (!there.ContainsKey(row.Row.ContractNumber))
            {
                taken.Add(row);
                rowOf.Add(row.Row.ContractNumber, row.Row.Row);
            }
        }

        return (taken, faults);
    }

    private static IReadOnlyList<FieldError> FaultsOf(
        LoanRow row, Partner bank, Dictionary<Guid, GuaranteeFund> funds, Dictionary<string, Loan> there, Dictionary<string, long> rowOf)
    {
        var faults = new RequestFaults()
            .Demand(Division.Parse(bank.Division).Contains(Division.Parse(row.Division)), "division", "不在本行的经办区域内，请核对")
            .Demand(
                funds.TryGetValue(Guid.Parse(row.FundId), out var fund) && Division.Parse(fund.Division).Contains(Division.Parse(row.Division)),
                "fund_id", "没有该标识的担保基金，或不在其设立区域内，请从担保基金清单查询后填写")
            .Demand(!rowOf.ContainsKey(row.ContractNumber), "contract_number", "与本文件前面的行合同编号相同，请核对");
        return there.TryGetValue(row.ContractNumber, out var known)
            ? faults.Demand(known.CancelledOn is null, "contract_number", LoanPlaces.CancelledMessage)
                .Demand(known.CancelledOn is not null || IsSame(known, row), "contract_number", "该合同编号的贷款已有内容不同的记录，请核对编号和内容").Found
            : faults.Found;
    }

    // A file may come again under another import: what is there already is left as it is.
    private static bool IsSame(Loan known, LoanRow row) =>
        known.Kind == row.Kind && known.Division == row.Division && known.FundId == Guid.Parse(row.FundId) && (known.CreditCode ?? "") == row.CreditCode
        && known.ContractDate == row.ContractDate.ToDay() && known.PrincipalFen == row.PrincipalFen && known.AnnualRate == LoanRowChecks.Rate(row.AnnualRate)
        && known.Tenor == row.Tenor && known.Lpr == LoanRowChecks.Rate(row.Lpr) && known.TermMonths == row.TermMonths && known.MaturesOn == row.MaturesOn.ToDay()
        && known.Sharing == row.Sharing;

    private async Task WriteAsync(LoanImport import, List<CheckedLoan> taken, CancellationToken cancellation)
    {
        if (taken.Count == 0)
        {
            return;
        }

        var ids = await PeopleAsync(taken, cancellation);
        var loans = taken.ConvertAll(row => (Loan: Of(import, row.Row), Row: row));
        await tables.Loans.CopyAsync(Connection, [.. loans.Select(one => one.Loan)], cancellation);
        var people = loans.SelectMany(one => one.Row.Hashes.Select((hash, index) => new LoanPerson
        {
            LoanId = one.Loan.Id, PersonId = ids[Convert.ToHexString(hash)], Signs = one.Row.Row.People[index].Signs,
        }));
        await tables.LoanPeople.CopyAsync(Connection, [.. people], cancellation);
    }

    private async Task<Dictionary<string, Guid>> PeopleAsync(List<CheckedLoan> taken, CancellationToken cancellation)
    {
        var people = taken.SelectMany(row => row.Hashes.Select((hash, index) => (Hash: hash, Person: row.Row.People[index])))
            .DistinctBy(one => Convert.ToHexString(one.Hash))
            .Select(one => new Person { Id = Guid.CreateVersion7(time.GetUtcNow()), Name = one.Person.Name, IdNumber = one.Person.IdNumber, IdHash = one.Hash }).ToList();
        await using var command = new NpgsqlCommand(Upsert, Connection);
        command.Parameters.AddRange(tables.People.Parameters(people));
        var ids = new Dictionary<string, Guid>(people.Count, StringComparer.Ordinal);
        await using var found = await command.ExecuteReaderAsync(cancellation);
        while (await found.ReadAsync(cancellation))
        {
            ids.Add(Convert.ToHexString(found.GetFieldValue<byte[]>(1)), found.GetGuid(0));
        }

        return ids;
    }

    private Loan Of(LoanImport import, LoanRow row) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Kind = row.Kind,
        Division = row.Division,
        BankId = import.BankId,
        FundId = Guid.Parse(row.FundId),
        TakenOverOn = fields.Today,
        ContractNumber = row.ContractNumber,
        CreditCode = row.CreditCode.Length > 0 ? row.CreditCode : null,
        BorrowerName = row.Kind == BorrowerKind.Enterprise ? row.FirmName : row.People.Single(one => one.Signs).Name,
        ContractDate = row.ContractDate.ToDay(),
        PrincipalFen = row.PrincipalFen,
        AnnualRate = LoanRowChecks.Rate(row.AnnualRate)!.Value,
        Tenor = row.Tenor,
        Lpr = LoanRowChecks.Rate(row.Lpr)!.Value,
        TermMonths = row.TermMonths,
        MaturesOn = row.MaturesOn.ToDay(),
        Sharing = row.Sharing,
    };
}
