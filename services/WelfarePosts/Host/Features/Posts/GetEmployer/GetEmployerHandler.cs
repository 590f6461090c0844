using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Employer = Wenye.WelfarePosts.Data.Employer;

namespace Wenye.WelfarePosts.Features.Posts.GetEmployer;

/// <summary>An employer with its steps (用人单位查询).</summary>
internal sealed class GetEmployerHandler(WelfarePostsDbContext database, Records records)
{
    public async Task<GetEmployerResponse> HandleAsync(GetEmployerRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults().Demand(
            request.EmployerId.Length > 0 != request.CreditCode.Length > 0, "employer_id", "请填写用人单位标识或统一社会信用代码之一");
        var id = request.EmployerId.Length > 0 ? faults.Id(request.EmployerId, "employer_id", "用人单位标识应为登记时给出的 UUID") : Guid.Empty;
        faults.ThrowIfAny();

        var code = request.CreditCode;
        var employer = await database.Employers.AsNoTracking().SingleOrDefaultAsync(one => code.Length > 0 ? one.CreditCode == code : one.Id == id, cancellation)
            ?? throw RpcErrors.NotFound("EMPLOYER_NOT_FOUND", "没有该用人单位，请核对或先登记");
        DemandNear(employer, caller);
        return new GetEmployerResponse { Employer = employer.ToContract(caller), Steps = { await records.StepsAsync(employer.Id, caller, cancellation) } };
    }

    // A county develops posts of the city's and the province's bodies too.
    private static void DemandNear(Employer employer, Caller caller)
    {
        if (!Division.TryParse(caller.Division, out var own) || !own.SelfAndAbove.Any(one => one.Code == employer.Division))
        {
            caller.DemandDivision(employer.Division);
        }
    }
}
