using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;
using Loan = Wenye.Loans.Data.Loan;

namespace Wenye.Loans.Features.Books;

/// <summary>How calls find loans and funds (查询贷款与担保基金), and how those that change one take its row: first loans, then their funds.</summary>
internal sealed class LoanQueries(LoansDbContext database, CallingPartner partners)
{
    /// <summary>A bank's own loan with its entries and steps, its row held until the open transaction ends (待办理的贷款).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND; PERMISSION_DENIED, reason NOT_A_PARTNER or OTHER_BANK.</exception>
    public async Task<Loan> HoldOwnAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var bank = await partners.DemandAsync(PartnerKind.Bank, caller, cancellation);
        var owner = await database.Loans.Where(one => one.Id == id).Select(one => (Guid?)one.BankId).SingleOrDefaultAsync(cancellation) ?? throw NotFound();
        return owner == bank.Id ? await HoldAsync(id, cancellation) : throw OtherPartner();
    }

    /// <summary>Any loan, held as above (锁定贷款): who may change it is asked elsewhere.</summary>
    public async Task<Loan> HoldAsync(Guid id, CancellationToken cancellation)
    {
        var held = (await database.Loans.FromSql($"SELECT * FROM loan WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).Single();
        await database.Entry(held).Collection(one => one.Entries).LoadAsync(cancellation);
        await database.Entry(held).Collection(one => one.Steps).LoadAsync(cancellation);
        return held;
    }

    /// <summary>The fund of a loan, its row held (锁定担保基金).</summary>
    public async Task<GuaranteeFund> HoldFundAsync(Guid id, CancellationToken cancellation) =>
        (await database.Funds.FromSql($"SELECT * FROM guarantee_fund WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).Single();

    /// <summary>A loan to be read by its bank, its fund's guarantor or the office of its place (查询贷款).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<Loan> LoadAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Loans.AsNoTracking().AsSplitQuery().Include(one => one.Entries).Include(one => one.People).Include(one => one.Steps)
            .SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw NotFound();
        if (await partners.FindAsync(caller, cancellation) is not { } partner)
        {
            caller.DemandDivision(found.Division);
            return found;
        }

        var isTheirs = partner.Kind == PartnerKind.Bank ? found.BankId == partner.Id
            : await database.Funds.AnyAsync(one => one.Id == found.FundId && one.GuarantorId == partner.Id, cancellation);
        return isTheirs ? found : throw OtherPartner();
    }

    /// <summary>The loans that a caller sees (可见贷款), whose contracts stand: a bank's own, those of a guarantor's funds, those of an office's place.</summary>
    /// <param name="division">Empty: the caller's. Of an office it must be its own.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED when it is another division's.</exception>
    public async Task<IQueryable<Loan>> VisibleAsync(string division, Caller caller, CancellationToken cancellation)
    {
        var loans = database.Loans.AsNoTracking().Where(one => one.CancelledOn == null);
        if (await partners.FindAsync(caller, cancellation) is { } partner)
        {
            loans = partner.Kind == PartnerKind.Bank
                ? loans.Where(one => one.BankId == partner.Id)
                : loans.Where(one => database.Funds.Any(fund => fund.Id == one.FundId && fund.GuarantorId == partner.Id));
            return division.Length > 0 ? loans.InPlace(division) : loans;
        }

        var place = division.Length > 0 ? division : caller.Division;
        caller.DemandDivision(place);
        return loans.InPlace(place);
    }

    internal static Grpc.Core.RpcException NotFound() => RpcErrors.NotFound("LOAN_NOT_FOUND", "没有该标识的贷款，请核对");

    private static Grpc.Core.RpcException OtherPartner() => RpcErrors.PermissionDenied("OTHER_PARTNER", "该贷款不属于本机构，无权查看或办理");
}
