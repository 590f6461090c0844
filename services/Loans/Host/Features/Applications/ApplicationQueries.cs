using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using LoanApplication = Wenye.Loans.Data.LoanApplication;
using Partner = Wenye.Loans.Data.Partner;

namespace Wenye.Loans.Features.Applications;

/// <summary>How calls find applications (查询申请), and how those that change one take their turn.</summary>
internal sealed class ApplicationQueries(LoansDbContext database, Borrowers borrowers, CallingPartner partners)
{
    /// <summary>The application, read after taking the turn of its people in the open transaction (待办理的申请).</summary>
    /// <remarks>Its people are the same as long as it lives, so whoever holds them changes it alone.</remarks>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when the id is no UUID, NOT_FOUND, or PERMISSION_DENIED.</exception>
    public async Task<Dossier> HoldAsync(string applicationId, Caller caller, CancellationToken cancellation)
    {
        var found = await FindAsync(applicationId, caller, cancellation);
        Guid[] ids = [.. found.People.Select(person => person.PersonId)];
        var people = await borrowers.HoldAsync(ids, cancellation);
        var row = await database.Set<LoanApplication>().AsSplitQuery()
            .Include(one => one.People.OrderBy(person => person.Position)).Include(one => one.Steps.OrderBy(step => step.Sequence))
            .SingleAsync(one => one.Id == found.Id, cancellation);
        return await OfAsync(row, people, cancellation);
    }

    /// <summary>The application of a caller of that kind, to which it must be assigned (本机构承办的申请).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above; PERMISSION_DENIED NOT_A_PARTNER.</exception>
    public async Task<Dossier> HoldAsync(string applicationId, PartnerKind kind, Caller caller, CancellationToken cancellation)
    {
        await partners.DemandAsync(kind, caller, cancellation);
        return await HoldAsync(applicationId, caller, cancellation);
    }

    /// <summary>The application, to be read (申请).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above.</exception>
    public async Task<Dossier> ReadAsync(string applicationId, Caller caller, CancellationToken cancellation)
    {
        var row = await FindAsync(applicationId, caller, cancellation);
        Guid[] ids = [.. row.People.Select(person => person.PersonId)];
        return await OfAsync(row, await database.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellation), cancellation);
    }

    /// <summary>The same of a caller of that kind, to which it must be assigned (本机构承办的申请).</summary>
    /// <exception cref="Grpc.Core.RpcException">As above; PERMISSION_DENIED NOT_A_PARTNER.</exception>
    public async Task<Dossier> ReadAsync(string applicationId, PartnerKind kind, Caller caller, CancellationToken cancellation)
    {
        await partners.DemandAsync(kind, caller, cancellation);
        return await ReadAsync(applicationId, caller, cancellation);
    }

    /// <summary>Those a caller may see (可见申请): of a bank or guarantor what is assigned to it, else of the divisions asked for.</summary>
    public async Task<IQueryable<LoanApplication>> VisibleAsync(Caller caller, CancellationToken cancellation)
    {
        var all = database.Set<LoanApplication>().AsNoTracking();
        return await partners.FindAsync(caller, cancellation) is { } partner ? AssignedTo(all, partner) : all;
    }

    private IQueryable<LoanApplication> AssignedTo(IQueryable<LoanApplication> all, Partner partner) => partner.Kind == PartnerKind.Bank
        ? all.Where(one => one.BankId == partner.Id)
        : all.Where(one => database.Funds.Any(fund => fund.Id == one.FundId && fund.GuarantorId == partner.Id));

    private async Task<LoanApplication> FindAsync(string applicationId, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = faults.Id(applicationId, "application_id", "申请标识应为申请时返回的 UUID，请从申请清单查询后填写");
        faults.ThrowIfAny();
        var partner = await partners.FindAsync(caller, cancellation);
        var all = database.Set<LoanApplication>().AsNoTracking().Where(one => one.Id == id);
        var found = await all.AsSplitQuery().Include(one => one.People.OrderBy(person => person.Position)).Include(one => one.Steps.OrderBy(step => step.Sequence))
            .SingleOrDefaultAsync(cancellation) ?? throw RpcErrors.NotFound("APPLICATION_NOT_FOUND", "没有该标识的申请，请核对");
        if (partner is null)
        {
            caller.DemandDivision(found.Division);
        }
        else if (!await AssignedTo(all, partner).AnyAsync(cancellation))
        {
            throw RpcErrors.PermissionDenied("NOT_ASSIGNED", "该申请未分派给本机构，无权办理");
        }

        return found;
    }

    private async Task<Dossier> OfAsync(LoanApplication row, IReadOnlyList<Person> people, CancellationToken cancellation) => new(
        row,
        ApplicationFile.Read(row.File),
        [.. row.People.OrderBy(one => one.Position).Select(one => people.Single(person => person.Id == one.PersonId))],
        await database.Set<StoredLoanDecision>().CountAsync(decision => decision.ApplicationId == row.Id, cancellation));
}
