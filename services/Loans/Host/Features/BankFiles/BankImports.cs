using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles;

/// <summary>Begins imports of a bank's files and answers how far they are (银行文件导入).</summary>
internal sealed class BankImports(LoansDbContext database, CallingPartner partners, TimeProvider time)
{
    private const int FaultsShown = 100;

    /// <summary>Begins the import that a header names, or finds how far it is (开始或续传).</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT; ALREADY_EXISTS when the id was begun for another kind of file; PERMISSION_DENIED, reason NOT_A_PARTNER.</exception>
    public async Task<LoanImport> BeginAsync(LoanImportHeader header, LoanImportKind kind, Caller caller, CancellationToken cancellation)
    {
        if (ImportStream.FaultOf(header.ImportId) is { } fault)
        {
            throw RpcErrors.InvalidArgument([fault]);
        }

        var bank = await partners.DemandAsync(PartnerKind.Bank, caller, cancellation);
        var begun = await database.BeginImportAsync(
            new LoanImport { Id = Guid.CreateVersion7(time.GetUtcNow()), Agency = caller.Agency, ImportId = header.ImportId, Kind = kind, BankId = bank.Id }, cancellation);
        return begun.Kind == kind ? begun : throw ImportErrors.OtherContent();
    }

    /// <summary>The first faults of an import (错误行).</summary>
    public async Task<IEnumerable<LoanImportFault>> FaultsAsync(LoanImport import, CancellationToken cancellation) =>
        (await database.FaultsOf(import).Take(FaultsShown).ToListAsync(cancellation)).Select(Of);

    /// <summary>How far an import is (导入进度).</summary>
    public static LoanImportState Of(LoanImport import) => new() { ImportId = import.ImportId, NextRow = import.NextRow, Taken = import.Taken, Rejected = import.Rejected };

    /// <summary>A row that was not taken (错误行).</summary>
    public static LoanImportFault Of(RejectedField fault) => new() { Row = fault.Row, Field = fault.Field, Message = fault.Message };
}
