using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Features.Books;
using Wenye.Persistence;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.BankFiles.ReconcileBook;

/// <summary>Holds what a bank says is outstanding at the end of a day against its books (余额核对); nothing is kept.</summary>
internal sealed class ReconcileBookHandler(LoansDbContext database, OpenImports open, CallingPartner partners, LoanFields fields)
{
    private const int MostRowsOfMessage = 5000;
    private const int MostRows = 200_000;

    public async Task<ReconcileBookResponse> HandleAsync(IAsyncStreamReader<ReconcileBookRequest> parts, Caller caller, CancellationToken cancellation)
    {
        using var place = open.Enter();
        var header = await parts.MoveNext(cancellation) && parts.Current.Header is { } named ? named : throw ImportStream.NoHeader();
        new RequestFaults().PastDay(header.On, fields.Today, "header.on").ThrowIfAny();
        var bank = await partners.DemandAsync(PartnerKind.Bank, caller, cancellation);
        var balances = new Balances(await BookedAsync(bank.Id, header.On.ToDay(), cancellation));
        while (await parts.MoveNext(cancellation))
        {
            var rows = parts.Current.Rows?.Rows is { Count: > 0 and <= MostRowsOfMessage } some ? some : throw ImportStream.WrongNumberOfRows(MostRowsOfMessage);
            foreach (var row in rows)
            {
                balances.Compare(row);
            }

            if (balances.Rows > MostRows)
            {
                throw RpcErrors.InvalidArgument("rows", $"一次核对不超过 {MostRows} 行，请分次核对");
            }
        }

        return balances.Answer(header.Complete);
    }

    private Task<Dictionary<string, long>> BookedAsync(Guid bank, DateOnly on, CancellationToken cancellation) => database.Loans.AsNoTracking()
        .Where(loan => loan.BankId == bank && loan.CancelledOn == null)
        .Select(loan => new { loan.ContractNumber, Fen = loan.Entries.Where(entry => entry.On <= on).Sum(entry => entry.PrincipalFen) })
        .ToDictionaryAsync(one => one.ContractNumber, one => one.Fen, StringComparer.Ordinal, cancellation);
}
