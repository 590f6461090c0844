using Google.Protobuf.Collections;
using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.ImportLoanEntries;

/// <summary>Takes a bank's file of what happened to its loans (台账事项导入).</summary>
internal sealed class ImportLoanEntriesHandler(OpenImports open, BankImports imports, EntryWriter writer, PersonalDataProtector protector, LoanFields fields)
{
    private const int ChunkSize = 2000;
    private const int MostRows = 5000;
    private const int LongestNumber = 64;

    public async Task<ImportLoanEntriesResponse> HandleAsync(IAsyncStreamReader<ImportLoanEntriesRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var header = await parts.MoveNext(cancellation) && parts.Current.Header is { } named ? named : throw ImportStream.NoHeader();
        var begun = await imports.BeginAsync(header, LoanImportKind.Entries, caller, cancellation);
        var today = fields.Today;
        var steps = new ImportSteps<ImportLoanEntriesRequest, LoanEntryRow, CheckedEntry, LoanImport>(
            RowsOf, row => row.Row, row => Check(row, today), (import, chunk) => writer.WriteAsync(import, chunk, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        return new ImportLoanEntriesResponse { Import = BankImports.Of(import), Faults = { await imports.FaultsAsync(import, cancellation) } };
    }

    private static CheckedEntry Check(LoanEntryRow row, DateOnly today) => new(
        row, new RequestFaults().Text(row.ContractNumber, "contract_number", LongestNumber).Entry(row.Entry, today, "entry.", isFile: true).Found);

    private static RepeatedField<LoanEntryRow> RowsOf(ImportLoanEntriesRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
