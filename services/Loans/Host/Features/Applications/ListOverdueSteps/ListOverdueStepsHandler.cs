using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using LoanApplication = Wenye.Loans.Data.LoanApplication;

namespace Wenye.Loans.Features.Applications.ListOverdueSteps;

/// <summary>What is overdue, and at whom (超期环节).</summary>
internal sealed class ListOverdueStepsHandler(LoansDbContext database, ApplicationQueries applications, LoanFields fields)
{
    private const int UsualPage = 50;
    private const int LongestPage = 1000;
    private static readonly ApplicationState[] AtBank = [ApplicationState.Guaranteed, ApplicationState.Checked, ApplicationState.Contracted];

    public async Task<ListOverdueStepsResponse> HandleAsync(ListOverdueStepsRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(Enum.IsDefined(request.Party), "party", "请选择办理方，不限时不填");
        var page = ListPage.Read(faults, request, request.Division, caller, UsualPage, LongestPage, request.PageSize);
        var found = await At(request.Party, page.Of(await applications.VisibleAsync(caller, cancellation)))
            .OrderBy(one => one.Id).Take(page.Size + 1).ToListAsync(cancellation);
        Guid?[] funds = [.. found.Select(one => one.FundId).Distinct()];
        var guarantors = await database.Funds.AsNoTracking().Where(fund => funds.Contains(fund.Id)).ToDictionaryAsync(fund => fund.Id, fund => fund.GuarantorId, cancellation);
        return new ListOverdueStepsResponse
        {
            Steps = { found.Take(page.Size).Select(one => StepOf(one, guarantors)) },
            NextPageToken = found.Count > page.Size ? PageToken.After(request, found[page.Size - 1].Id.ToString()) : "",
        };
    }

    // What was paid out is done; everything else whose term has passed is not.
    private IQueryable<LoanApplication> At(ApplicationParty party, IQueryable<LoanApplication> visible)
    {
        var today = fields.Today;
        var overdue = visible.Where(one => one.Due < today && !database.Loans.Any(loan => loan.ApplicationId == one.Id && loan.DisbursedOn != null));
        return party switch
        {
            ApplicationParty.Office => overdue.Where(one => one.State == ApplicationState.Submitted || (one.State == ApplicationState.Refused && one.RefusedBy == party)),
            ApplicationParty.Guarantor => overdue.Where(one => one.State == ApplicationState.Qualified || (one.State == ApplicationState.Refused && one.RefusedBy == party)),
            ApplicationParty.Bank => overdue.Where(one => AtBank.Contains(one.State) || (one.State == ApplicationState.Refused && one.RefusedBy == party)),
            _ => overdue,
        };
    }

    private static OverdueStep StepOf(LoanApplication application, Dictionary<Guid, Guid> guarantors)
    {
        var refused = application.State == ApplicationState.Refused;
        var party = refused ? application.RefusedBy : ApplicationDeadlines.PartyAt(application.State);
        return new OverdueStep
        {
            ApplicationId = application.Id.ToString(),
            Division = application.Division,
            Party = party,
            PartnerId = party switch
            {
                ApplicationParty.Bank => application.BankId.ToString(),
                ApplicationParty.Guarantor => guarantors[application.FundId!.Value].ToString(),
                _ => "",
            },
            State = application.State,
            Due = application.Due!.Value.ToContract(),
            RefusalNotice = refused,
        };
    }
}
