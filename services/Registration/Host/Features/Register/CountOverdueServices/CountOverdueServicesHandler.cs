using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Features.Register.CountOverdueServices;

/// <summary>What is overdue, by office (各机构逾期情况).</summary>
internal sealed class CountOverdueServicesHandler(OfficeBacklogs backlogs, TimeProvider time)
{
    public async Task<CountOverdueServicesResponse> HandleAsync(CountOverdueServicesRequest request, Caller caller, CancellationToken cancellation)
    {
        if (!DivisionRange.IsCode(request.Division))
        {
            throw RpcErrors.InvalidArgument("division", "请填写本机构辖区内的行政区划代码，6位数字");
        }

        caller.DemandDivision(request.Division);
        var offices = await backlogs.CountAsync(DivisionRange.Of(request.Division), ChinaTime.Today(time), cancellation);
        return new CountOverdueServicesResponse { Offices = { offices } };
    }
}
