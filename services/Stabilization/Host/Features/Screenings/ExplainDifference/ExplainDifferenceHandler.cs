using Wenye.Contracts.Stabilization.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Stabilization.Data;
using Wenye.Stabilization.Screenings;

namespace Wenye.Stabilization.Features.Screenings.ExplainDifference;

/// <summary>Why one firm's decision differs between two runs (差异说明): facts, parameters and documents that changed.</summary>
internal sealed class ExplainDifferenceHandler(StabilizationDbContext database, ParameterSet parameters)
{
    public async Task<ExplainDifferenceResponse> HandleAsync(ExplainDifferenceRequest request, Caller caller, CancellationToken cancellation)
    {
        ResultQueries.DemandCreditCode(request.CreditCode);
        var (earlier, later) = await database.Screenings().LoadPairAsync(request.EarlierScreeningId, request.LaterScreeningId, caller, cancellation);
        var (then, _) = await database.ResultAsync(earlier, request.CreditCode, cancellation);
        var (now, _) = await database.ResultAsync(later, request.CreditCode, cancellation);
        var difference = DecisionDifference.Between(Redecision.Of(earlier, then, parameters), Redecision.Of(later, now, parameters));
        var (before, after) = (difference.Earlier.Decision.ToContract(), difference.Later.Decision.ToContract());
        return new ExplainDifferenceResponse
        {
            Earlier = before,
            Later = after,
            Facts = { difference.Facts.Select(change => new FactChange { Fact = change.Name, Earlier = change.Earlier, Later = change.Later }) },
            Parameters =
            {
                difference.Parameters.Select(change => new ParameterChange
                {
                    Earlier = before.Parameters.FirstOrDefault(use => use.Name == change.Earlier?.Name),
                    Later = after.Parameters.FirstOrDefault(use => use.Name == change.Later?.Name),
                }),
            },
            Because = { difference.Because() },
        };
    }
}
