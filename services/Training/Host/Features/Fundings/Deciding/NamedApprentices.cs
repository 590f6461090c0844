using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain.Apprentices;
using Wenye.Training.Features.Claims;
using ApprenticeKind = Wenye.Contracts.Training.V1.ApprenticeKind;
using Funding = Wenye.Training.Data.Funding;
using Stored = Wenye.Contracts.Policy.V1.Outcome;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>Apprentices by name (学徒名单): whether the firm employs them, and who of them is paid for.</summary>
internal sealed class NamedApprentices(TrainingDbContext database, PersonRegisters registers, ParameterSet parameters)
{
    /// <summary>Who of these is registered as employed by the firm (就业登记核验), by id number. Asked before anything is locked.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE.</exception>
    public async Task<IReadOnlySet<string>> EmployedAsync(IReadOnlyList<string> idNumbers, string creditCode, CancellationToken cancellation)
    {
        var statuses = idNumbers.Count == 0 ? [] : await registers.LookUpAsync(idNumbers, cancellation);
        return idNumbers.Zip(statuses).Where(pair => pair.Second.Employments.Any(one => one.EmployerCode == creditCode))
            .Select(pair => pair.First).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Who of a funding's apprentices of whom nothing was shown is registered as employed by now, by trainee.</summary>
    /// <exception cref="Grpc.Core.RpcException">UNAVAILABLE REGISTRATION_UNAVAILABLE, or PERMISSION_DENIED when it is another division's.</exception>
    public async Task<IReadOnlySet<Guid>> EmployedByNowAsync(Guid fundingId, Caller caller, CancellationToken cancellation)
    {
        var unshown = await (
            from one in database.Set<FundingApprentice>().AsNoTracking()
            where one.FundingId == fundingId && one.Contract == GroupEvidence.Stated
            join person in database.Trainees on one.TraineeId equals person.Id
            join funding in database.Fundings on one.FundingId equals funding.Id
            select new { one.TraineeId, person.IdNumber, funding.CreditCode, funding.Division }).ToListAsync(cancellation);
        if (unshown.Count == 0)
        {
            return new HashSet<Guid>();
        }

        caller.DemandDivision(unshown[0].Division);
        var employed = await EmployedAsync([.. unshown.Select(one => one.IdNumber)], unshown[0].CreditCode, cancellation);
        return unshown.Where(one => employed.Contains(one.IdNumber)).Select(one => one.TraineeId).ToHashSet();
    }

    /// <summary>Decides each by the rules of the day on which the plan was told, with all that was granted besides (认定). The caller holds the people's turn.</summary>
    public async Task DecideAsync(Funding funding, CancellationToken cancellation)
    {
        if (funding.Named.Count == 0)
        {
            return;
        }

        var policy = parameters.At(Division.Parse(funding.Division), funding.OpenedOn);
        var holdings = await Holdings.OfOthersAsync(database, [.. funding.Named.Select(one => one.TraineeId)], funding.Id, cancellation);
        var lines = funding.Apprentices.ToDictionary(line => line.Line);
        foreach (var one in funding.Named)
        {
            var line = lines[one.Line];
            var decision = NamedApprentice.Decide(
                new NamedApprenticeFacts
                {
                    EmployedByFirm = line.Kind == ApprenticeKind.Other ? false : one.Contract == GroupEvidence.Stated ? default(Fact<bool>) : true,
                    Occupation = line.Occupation,
                    Level = line.Level,
                    Subsidised = holdings.Courses(one.TraineeId),
                },
                policy);
            one.Outcome = decision.Outcome switch { Outcome.Granted => Stored.Granted, Outcome.Refused => Stored.Refused, _ => Stored.Incomplete };
            one.Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision));
        }
    }
}
