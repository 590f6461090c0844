using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Features.Subsidies.GetSubsidyLine;

/// <summary>A line with every finding (逐条认定), decided again from its stored facts and compared with what was stored.</summary>
internal sealed class GetSubsidyLineHandler(LoansDbContext database, SubsidyQueries queries, ParameterSet parameters)
{
    public async Task<GetSubsidyLineResponse> HandleAsync(GetSubsidyLineRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var loan = faults.Id(request.LoanId, "loan_id", "贷款标识应为贴息明细中的 UUID，请核对");
        var asked = request.Quarter is null ? (int?)null : faults.Quarter(request.Quarter).Index;
        faults.ThrowIfAny();
        var claim = await queries.ClaimAsync(request.ClaimId, caller, cancellation);
        var quarter = asked ?? claim.Quarter;
        var found = await database.Set<StoredSubsidyLine>().AsNoTracking()
            .Where(line => line.ClaimId == claim.Id && line.LoanId == loan && line.Quarter == quarter)
            .Join(database.Loans, line => line.LoanId, one => one.Id, (line, one) => new { Line = line, one.ContractNumber })
            .SingleOrDefaultAsync(cancellation) ?? throw RpcErrors.NotFound("SUBSIDY_LINE_NOT_FOUND", "该申请没有这笔贷款该季度的明细，请核对");
        var again = RedecidedLine.Of(claim, found.Line, parameters);
        return new()
        {
            Line = found.Line.ToContract(found.ContractNumber),
            Decisions = { again.Decisions.Select(decision => decision.ToContract()) },
            Replayed = again.IsOf(found.Line),
        };
    }
}
