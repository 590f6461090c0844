using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;

namespace Wenye.WelfarePosts.Features.Placements.RecordConversion;

/// <summary>Records that the employer took the person on after the term (期满转为劳动合同制职工), 36号 第十七条.</summary>
internal sealed class RecordConversionHandler(
    WelfarePostsDbContext database, PlacementQueries queries, HandledRequests requests, Records records, PlacementAnswers answers, PostFields fields, TimeProvider time)
{
    public async Task<RecordConversionResponse> HandleAsync(RecordConversionRequest request, Caller caller, CancellationToken cancellation)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.PastDay(request.ContractFrom, "contract_from", "请填写劳动合同起始日，不晚于今天", fields.Today)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, caller, cancellation);
        if (await requests.FindAsync<RecordConversionResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        var from = request.ContractFrom.ToDay();
        new RequestFaults().Demand(from > placement.StartedOn, "contract_from", "劳动合同起始日应晚于上岗日期").ThrowIfAny();
        var facts = new ConversionFacts { TermEnded = Fact.From(placement.Until is { } until ? until < from : (bool?)null), LabourContract = true };
        var decision = Conversion.Decide(facts, queries.Policy(placement.Division, from));
        var isAfterTerm = decision.Outcome == Outcome.Granted;
        if (isAfterTerm)
        {
            placement.ConvertedOn = from;
            await records.KeepAsync(id, [decision], cancellation);
            await records.StepAsync(id, placement.State, HandledBy.Of(request.Handling, caller, time), cancellation, "期满转为用人单位劳动合同制职工");
        }

        var answer = new RecordConversionResponse
        {
            Recorded = isAfterTerm, Placement = await answers.OfAsync(placement, cancellation), Decision = decision.ToContract(),
        };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }
}
