using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using FundAgreement = Wenye.Loans.Data.FundAgreement;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;

namespace Wenye.Loans.Features.Funds;

/// <summary>How calls find funds (查询担保基金), and how those that change one take its row.</summary>
internal sealed class FundQueries(LoansDbContext database, CallingPartner partners)
{
    /// <summary>The fund of an office's place, its row held until the open transaction ends (待办理的担保基金).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND, or PERMISSION_DENIED when it is another division's.</exception>
    public async Task<GuaranteeFund> HoldAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        caller.DemandDivision(await database.Funds.Where(one => one.Id == id).Select(one => one.Division).SingleOrDefaultAsync(cancellation) ?? throw NotFound());
        return await LockedAsync(id, cancellation);
    }

    /// <summary>A guarantor's own fund, held as above (本机构的担保基金).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND; PERMISSION_DENIED, reason NOT_A_PARTNER or OTHER_PARTNER.</exception>
    public async Task<GuaranteeFund> HoldOwnAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var guarantor = await partners.DemandAsync(PartnerKind.Guarantor, caller, cancellation);
        var owner = await database.Funds.Where(one => one.Id == id).Select(one => (Guid?)one.GuarantorId).SingleOrDefaultAsync(cancellation) ?? throw NotFound();
        return owner == guarantor.Id ? await LockedAsync(id, cancellation) : throw Other();
    }

    /// <summary>The fund, held (锁定担保基金): who may change it is asked elsewhere.</summary>
    public async Task<GuaranteeFund> LockedAsync(Guid id, CancellationToken cancellation) =>
        (await database.Funds.FromSql($"SELECT * FROM guarantee_fund WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellation)).Single();

    /// <summary>A fund to be read (查询担保基金).</summary>
    /// <exception cref="Grpc.Core.RpcException">NOT_FOUND or PERMISSION_DENIED.</exception>
    public async Task<GuaranteeFund> LoadAsync(Guid id, Caller caller, CancellationToken cancellation)
    {
        var found = await database.Funds.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw NotFound();
        if (await partners.FindAsync(caller, cancellation) is not { } partner)
        {
            caller.DemandDivision(found.Division);
            return found;
        }

        return await Of(partner).AnyAsync(one => one.Id == id, cancellation) ? found : throw Other();
    }

    /// <summary>The funds that a caller sees (可见担保基金): a guarantor's own, those a bank has an agreement with or whose loans it makes, an office's place.</summary>
    /// <exception cref="Grpc.Core.RpcException">PERMISSION_DENIED when it is another division's.</exception>
    public async Task<IQueryable<GuaranteeFund>> VisibleAsync(string division, Caller caller, CancellationToken cancellation)
    {
        if (await partners.FindAsync(caller, cancellation) is { } partner)
        {
            return division.Length > 0 ? InPlace(Of(partner), division) : Of(partner);
        }

        var place = division.Length > 0 ? division : caller.Division;
        caller.DemandDivision(place);
        return InPlace(database.Funds.AsNoTracking(), place);
    }

    /// <summary>The agreement that holds for contracts of a day (适用的合作协议); null: nothing was agreed.</summary>
    public Task<FundAgreement?> AgreementAsync(Guid fund, Guid bank, DateOnly contractDate, CancellationToken cancellation) =>
        database.Set<FundAgreement>().AsNoTracking().Where(one => one.FundId == fund && one.BankId == bank && one.From <= contractDate)
            .OrderByDescending(one => one.From).FirstOrDefaultAsync(cancellation);

    private IQueryable<GuaranteeFund> Of(Data.Partner partner) => partner.Kind == PartnerKind.Guarantor
        ? database.Funds.AsNoTracking().Where(one => one.GuarantorId == partner.Id)
        : database.Funds.AsNoTracking().Where(one =>
            database.Set<FundAgreement>().Any(agreed => agreed.FundId == one.Id && agreed.BankId == partner.Id)
            || database.Loans.Any(loan => loan.FundId == one.Id && loan.BankId == partner.Id));

    private static IQueryable<GuaranteeFund> InPlace(IQueryable<GuaranteeFund> funds, string division)
    {
        var (from, to) = Persistence.DivisionRange.Of(division);
        return from == division
            ? funds.Where(one => one.Division == from)
            : funds.Where(one => string.Compare(one.Division, from) >= 0 && string.Compare(one.Division, to) < 0);
    }

    private static Grpc.Core.RpcException NotFound() => RpcErrors.NotFound("FUND_NOT_FOUND", "没有该标识的担保基金，请核对");

    private static Grpc.Core.RpcException Other() => RpcErrors.PermissionDenied("OTHER_PARTNER", "该担保基金不属于本机构，无权查看或办理");
}
