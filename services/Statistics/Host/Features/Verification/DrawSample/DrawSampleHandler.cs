using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;
using Wenye.Statistics.Domain;
using Wenye.Statistics.Domain.Verification;

namespace Wenye.Statistics.Features.Verification.DrawSample;

/// <summary>Draws records for inspection (抽查), stratified by county, by a seed that is kept.</summary>
internal sealed class DrawSampleHandler(
    StatisticsDbContext database, SampleDraw draw, HandledRequests requests, ParameterSet parameters, TimeProvider time)
{
    private const int LongestRound = 64;

    public async Task<DrawSampleResponse> HandleAsync(DrawSampleRequest request, Caller caller, CancellationToken cancellation)
    {
        var (area, period) = Validate(request);
        caller.DemandDivision(request.Division);
        if (await requests.FindAsync<DrawSampleResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var (round, seed) = ((caller.Agency, request.Round), request.HasSeed ? request.Seed : RandomSeed());
        var drawable = await draw.RankAsync(round, area, request.Period, seed, cancellation);
        var policy = parameters.At(Division.Parse(request.Division), LastDay(request.Division, period));
        var decision = Inspection.Decide(
            new() { Records = drawable.Values.Sum(), Size = request.HasSize ? request.Size : default(Fact<int>) }, policy);
        var answer = new DrawSampleResponse { Decision = decision.ToContract() };
        if (decision is { Outcome: Policy.Outcome.Granted, Result: { } size })
        {
            var shares = Strata.Share(drawable, size.Size);
            var sample = await SampleOfAsync(request, caller, seed, drawable, decision, cancellation);
            database.AddRange(shares.Select(share => new InspectionStratum
            {
                SampleId = sample.Id, Division = share.Key, Population = drawable[share.Key], Drawn = share.Drawn,
            }));
            database.Add(sample);
            await database.SaveChangesAsync(cancellation);
            await draw.TakeAsync(sample.Id, round, [.. shares], cancellation);
            answer.Sample = sample.ToContract(size.Size, found: 0);
        }

        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static (string Area, YearMonth Period) Validate(DrawSampleRequest request)
    {
        var faults = new RequestFaults();
        var (area, period) = (faults.Area(request.Division), faults.Period(request.Period));
        faults.Text(request.Round, "round", LongestRound)
            .Demand(!request.HasSize || request.Size >= 1, "size", "抽查数应至少为 1，不填则按设定的抽查比例")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        return (area, period);
    }

    private async Task<InspectionSample> SampleOfAsync(
        DrawSampleRequest request, Caller caller, long seed, Dictionary<string, int> drawable, Decision decision, CancellationToken cancellation) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Agency = caller.Agency,
        Round = request.Round,
        Division = request.Division,
        Period = request.Period,
        Seed = seed,
        Population = drawable.Values.Sum(),
        PopulationHash = await draw.HashAsync(cancellation),
        DrawnAt = time.GetUtcNow(),
        Operator = request.Handling.Operator,
        Decision = Encoding.UTF8.GetString(DecisionJson.Write(decision)),
    };

    private static DateOnly LastDay(string division, YearMonth period) => ReportPeriods.Decide(division, period).Result?.Days.To ?? period.LastDay;

    private static long RandomSeed() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(sizeof(long)));
}
