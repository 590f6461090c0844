using Google.Protobuf.Collections;
using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.ImportLoans;

/// <summary>Takes over loans concluded before this platform (存量贷款导入).</summary>
internal sealed class ImportLoansHandler(OpenImports open, BankImports imports, LoanWriter writer, PersonalDataProtector protector, LoanFields fields)
{
    private const int ChunkSize = 2000;
    private const int MostRows = 5000;

    public async Task<ImportLoansResponse> HandleAsync(IAsyncStreamReader<ImportLoansRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var header = await parts.MoveNext(cancellation) && parts.Current.Header is { } named ? named : throw ImportStream.NoHeader();
        var begun = await imports.BeginAsync(header, LoanImportKind.Loans, caller, cancellation);
        var checks = new LoanRowChecks(fields, protector);
        var steps = new ImportSteps<ImportLoansRequest, LoanRow, CheckedLoan, LoanImport>(
            RowsOf, row => row.Row, checks.Check, (import, chunk) => writer.WriteAsync(import, chunk, cancellation));
        var import = await ImportStream.TakeAsync(parts, begun, ChunkSize, steps, protector, cancellation);
        return new ImportLoansResponse { Import = BankImports.Of(import), Faults = { await imports.FaultsAsync(import, cancellation) } };
    }

    private static RepeatedField<LoanRow> RowsOf(ImportLoansRequest part) =>
        part.Rows?.Rows is { Count: > 0 and <= MostRows } rows ? rows : throw ImportStream.WrongNumberOfRows(MostRows);
}
