using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Consumers;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.Verification;

namespace Wenye.Statistics.Features.Verification.RecordSampleFinding;

/// <summary>What an inspection found of a record (抽查结论). A wrong one goes back to its place to be verified.</summary>
internal sealed class RecordSampleFindingHandler(StatisticsDbContext database, HandledRequests requests, TimeProvider time)
{
    private const int LongestNote = 200;

    public async Task<RecordSampleFindingResponse> HandleAsync(RecordSampleFindingRequest request, Caller caller, CancellationToken cancellation)
    {
        var (sampleId, employment) = Validate(request);
        await database.SampleAsync(sampleId, caller, cancellation);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var record = await database.Set<InspectedRecord>()
            .FromSql($"SELECT * FROM inspected_record WHERE sample_id = {sampleId} AND employment_id = {employment} FOR UPDATE").SingleOrDefaultAsync(cancellation)
            ?? throw RpcErrors.NotFound("SAMPLE_RECORD_NOT_FOUND", "该抽查批次中没有该就业记录，请核对");
        if (await requests.FindAsync<RecordSampleFindingResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        if (record.Finding is not null)
        {
            throw RpcErrors.FailedPrecondition("SAMPLE_RECORD_FOUND", "该记录的抽查结论已登记，不能更改；如需更正，请通过存疑核实办理");
        }

        (record.Finding, record.FoundAt) = (Term<SampleFinding>.Text(request.Finding), time.GetUtcNow());
        (record.Operator, record.Note) = (request.Handling.Operator, request.Note);
        if (request.Finding != SampleFinding.Correct)
        {
            // 95号 附件五  及时发现问题并反馈各地进行核实整改; 四(三)  对无法核实真实性和准确性的…逐一标记
            await database.MarkAsync(employment, doubtful: true, handlingError: null, covered: null, request.Note, caller.Agency, cancellation);
            await database.AskToJudgeAsync([record.PersonId], cancellation);
        }

        var answer = new RecordSampleFindingResponse { Record = record.ToContract(showNotes: true) };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private static (Guid Sample, Guid Employment) Validate(RecordSampleFindingRequest request)
    {
        var faults = new RequestFaults();
        var sample = faults.Id(request.SampleId, "sample_id", Samples.NoId);
        var employment = faults.Id(request.EmploymentId, "employment_id", "就业登记标识应为 UUID，请从抽查记录中选择");
        faults.Demand(request.Finding is not SampleFinding.Unspecified && Enum.IsDefined(request.Finding), "finding", "请选择属实、不属实或无法核实")
            .Text(request.Note, "note", LongestNote)
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true))
            .ThrowIfAny();
        return (sample, employment);
    }
}
