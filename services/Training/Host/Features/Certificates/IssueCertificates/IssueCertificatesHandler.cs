using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Classes;

namespace Wenye.Training.Features.Certificates.IssueCertificates;

/// <summary>Numbers a batch (人力资源社会保障部门按批次…赋序列号), 48号 三(三): all of it in one transaction, under the lock of the class.</summary>
internal sealed class IssueCertificatesHandler(
    TrainingDbContext database, Candidates candidates, NumberedBatches batches, HandledRequests requests, ParameterSet parameters, IssuingTurns turns, TimeProvider time)
{
    private const int MostNamed = 10_000;
    private const int MostExplained = 1_000;

    public async Task<IssueCertificatesResponse> HandleAsync(IssueCertificatesRequest request, Caller caller, CancellationToken cancellation)
    {
        var (id, named) = Read(request);
        await database.DemandClassAsync(id, caller, cancellation);
        using var turn = await turns.TakeAsync(cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var trained = await database.HoldClassAsync(id, caller, cancellation);
        if (await requests.FindAsync<IssueCertificatesResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        trained.DemandState("核发证书", ClassState.Examined, ClassState.Accepted);
        var institution = await database.HoldInstitutionAsync(trained.InstitutionId, cancellation);
        var by = HandledBy.Of(request.Handling, caller, time);
        var policy = parameters.At(Division.Parse(institution.Division), ChinaTime.DayOf(by.At));
        var people = await candidates.DecideAsync(trained, institution, named, policy, cancellation);
        var granted = people.Where(one => one.Decision.Outcome == Outcome.Granted).ToList();
        var batch = granted.Count == 0 ? null : await batches.NumberAsync(trained, institution, granted, policy, by, cancellation);
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, Answer(batch, people), cancellation);
    }

    private static (Guid ClassId, IReadOnlyList<Guid> Named) Read(IssueCertificatesRequest request)
    {
        var faults = new RequestFaults();
        var id = faults.ClassId(request.ClassId);
        var named = request.EnrolmentIds.Select(text => Guid.TryParseExact(text, "D", out var one) ? one : Guid.Empty).ToList();
        faults.Demand(
                named.Count <= MostNamed && !named.Contains(Guid.Empty) && named.Distinct().Count() == named.Count,
                "enrolment_ids", $"学员标识应为学员名册中的 UUID，不得重复，一次不超过{MostNamed}人；不填表示全部考核合格且未发证的学员")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        return (id, named);
    }

    private static IssueCertificatesResponse Answer(CertificateBatch? batch, IReadOnlyList<Candidate> people)
    {
        // Whoever shares a decision shares its text.
        var without = people.Where(one => one.Decision.Outcome != Outcome.Granted).ToList();
        var explained = without.Select(one => one.Decision).Distinct().ToDictionary(one => one, one => one.ToContract());
        return new()
        {
            BatchId = batch?.Id.ToString() ?? "",
            IssuedAt = batch?.IssuedAt.ToTimestamp(),
            Issued = batch?.Count ?? 0,
            FirstSerialNumber = batch?.First ?? "",
            LastSerialNumber = batch?.Last ?? "",
            NotCertified = { without.Take(MostExplained).Select(one => new NotCertified { EnrolmentId = one.EnrolmentId.ToString(), Decision = explained[one.Decision] }) },
            NotCertifiedCount = without.Count,
        };
    }
}
