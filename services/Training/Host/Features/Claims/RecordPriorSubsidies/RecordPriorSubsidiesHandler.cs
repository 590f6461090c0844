using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using PriorSubsidy = Wenye.Training.Data.PriorSubsidy;

namespace Wenye.Training.Features.Claims.RecordPriorSubsidies;

/// <summary>Takes over what people were paid for before this platform (历史补贴归集): from then on it counts in every limit.</summary>
internal sealed class RecordPriorSubsidiesHandler(TrainingDbContext database, People people, HandledRequests requests, TimeProvider time)
{
    private const int Most = 1000;

    public async Task<RecordPriorSubsidiesResponse> HandleAsync(RecordPriorSubsidiesRequest request, Caller caller, CancellationToken cancellation)
    {
        Demand(request, ChinaTime.Today(time));
        caller.DemandDivision(request.Division);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var keys = await people.TakeTurnsAsync([], request.Subsidies.Select(one => (one.Person.Name, one.Person.IdNumber)), cancellation);
        if (await requests.FindAsync<RecordPriorSubsidiesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var told = request.Subsidies.Select(one => Stored(one, keys[one.Person.IdNumber], request.Division, caller)).ToList();
        var ids = keys.Values.ToArray();
        var known = (await database.Set<PriorSubsidy>().AsNoTracking().Where(one => ids.Contains(one.TraineeId)).ToListAsync(cancellation)).Select(Key).ToHashSet();
        var fresh = told.Where(one => known.Add(Key(one))).ToList();
        database.AddRange(fresh);
        return await requests.SaveAsync(
            caller.Agency, request.RequestId, request, new RecordPriorSubsidiesResponse { Recorded = fresh.Count, Known = told.Count - fresh.Count }, cancellation);
    }

    private PriorSubsidy Stored(Contract.PriorSubsidy one, Guid person, string division, Caller caller) => new()
    {
        TraineeId = person,
        Kind = one.Kind,
        Occupation = one.Occupation.Occupation,
        Level = one.Occupation.Level,
        PaidOn = one.PaidOn.ToDay(),
        InCollege = one.InCollege,
        Division = division,
        RecordedAt = time.GetUtcNow(),
        Agency = caller.Agency,
    };

    private static (Guid, ClaimKind, string, int, DateOnly) Key(PriorSubsidy one) => (one.TraineeId, one.Kind, one.Occupation, one.Level, one.PaidOn);

    private static void Demand(RecordPriorSubsidiesRequest request, DateOnly today)
    {
        var faults = new RequestFaults().Demand(request.Subsidies.Count is > 0 and <= Most, "subsidies", $"请填写 1 至 {Most} 条历史补贴").Add(HandledBy.Faults(request.Handling, operatorRequired: false));
        faults.Division(request.Division, "division");
        for (var i = 0; i < request.Subsidies.Count; i++)
        {
            var path = $"subsidies[{i + 1}]";
            var one = request.Subsidies[i];
            faults.Add(ClaimInput.PersonFaults(one.Person, path)).Add(ClaimInput.OccupationFaults(one.Occupation, path))
                .Demand(one.Kind != ClaimKind.Unspecified && Enum.IsDefined(one.Kind), $"{path}.kind", "请从接口定义的补贴种类中选择")
                .Demand(one.PaidOn is not null && one.PaidOn.IsDay() && one.PaidOn.ToDay() <= today, $"{path}.paid_on", "请填写享受日期，不晚于今天");
        }

        faults.ThrowIfAny();
    }
}
