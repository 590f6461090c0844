using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Fundings.SettleFunding;

/// <summary>The rate of a project's trainees who work (培训后就业率): stated, or counted in Registration's registers on the day of the settlement.</summary>
internal sealed class EmploymentRate(TrainingDbContext database, PersonRegisters registers)
{
    /// <summary>The rate; null: neither stated nor asked to be counted, or nobody was trained.</summary>
    /// <exception cref="Grpc.Core.RpcException">As <see cref="FundingQueries.LoadFundingAsync"/> and <see cref="PersonRegisters.LookUpAsync(IEnumerable{string}, CancellationToken)"/>.</exception>
    public async Task<decimal?> OfAsync(Guid id, SettleFundingRequest request, Caller caller, CancellationToken cancellation)
    {
        if (!request.CountEmployment)
        {
            return SettleFaults.Rate(request.EmploymentRate);
        }

        var funding = await database.LoadFundingAsync(id, caller, cancellation);
        var classes = funding.Classes.Select(one => one.ClassId).ToArray();
        var trained = await database.Enrolments.Where(one => classes.Contains(one.ClassId) && one.State != EnrolmentState.Withdrawn)
            .Select(one => one.TraineeId).Distinct()
            .Join(database.Trainees, trainee => trainee, person => person.Id, (_, person) => person.IdNumber)
            .ToListAsync(cancellation);
        if (trained.Count == 0)
        {
            return null;
        }

        var statuses = await registers.LookUpAsync(trained, cancellation);
        return (decimal)statuses.Count(one => one.Employments.Count > 0) / trained.Count;
    }
}
