using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Files.GetTrainingFile;

/// <summary>Reads the training file of a person (查阅职业培训电子档案), 鲁人社字〔2020〕72号 四; who read it is kept before anything is answered.</summary>
internal sealed class GetTrainingFileHandler(TrainingDbContext database, FilePersons persons, FileEntries entries, TimeProvider time)
{
    private const int UsualPage = 100;
    private const int LongestPage = 500;

    public async Task<GetTrainingFileResponse> HandleAsync(GetTrainingFileRequest request, Caller caller, CancellationToken cancellation)
    {
        var (asked, after, size) = Read(request);
        var person = await persons.DemandAsync(asked, caller, cancellation);
        await KeepAsync(person, caller, cancellation);

        // Everything of one person is little: it is read whole, and a page keeps the answer small.
        var filed = await entries.OfAsync(person, caller, cancellation);
        var page = filed.Where(entry => after is null || entry.Follows(after)).Take(size + 1).ToList();
        return new()
        {
            TraineeId = person.Id.ToString(),
            Name = caller.SightOfName(person.Name),
            IdNumber = caller.SightOfId(person.IdNumber),
            Entries = { page.Take(size).Select(entry => entry.Answer) },
            NextPageToken = page.Count > size ? PageToken.After(request, page[size - 1].Position) : "",
        };
    }

    private async Task KeepAsync(Trainee person, Caller caller, CancellationToken cancellation)
    {
        database.Add(new TrainingFileRead
        {
            TraineeId = person.Id, Agency = caller.Agency, Division = caller.Division, InFull = caller.HandlesTraining(), ReadAt = time.GetUtcNow(),
        });
        await database.SaveChangesAsync(cancellation);
    }

    private static (AskedPerson Asked, string[]? After, int Size) Read(GetTrainingFileRequest request)
    {
        var faults = new RequestFaults();
        var byId = request.TraineeId.Length > 0;
        faults.Demand(
            byId != (request.Name.Length > 0 || request.IdNumber.Length > 0),
            "trainee_id", "请只填写参训人员标识，或只填写姓名和公民身份号码，两种方式选一种");
        var id = byId ? faults.Id(request.TraineeId, "trainee_id", "参训人员标识应为学员名册中的 UUID，请从名册查询后填写") : Guid.Empty;
        if (!byId)
        {
            faults
                .Demand(request.Name.Length > 0, "AAC003", "请填写姓名")
                .Demand(ResidentId.TryParse(request.IdNumber, out _), "AAC147", "公民身份号码应为 18 位且校验码正确，末位为数字或大写 X，请按证件核对");
        }

        var size = faults.PageSize(request.PageSize, UsualPage, LongestPage);
        var after = faults.Position(request, parts: 2);
        faults.ThrowIfAny();
        return (byId ? new(id, "", "") : new(null, request.Name, request.IdNumber), after, size);
    }
}
