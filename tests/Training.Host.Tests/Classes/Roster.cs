using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests.Classes;

/// <summary>Sends rosters as a service hall does; rows number themselves.</summary>
public sealed class Roster(ClassService.ClassServiceClient client)
{
    /// <summary>People nobody else enrols.</summary>
    public static List<RosterRow> Of(int people, Action<RosterRow>? change = null) => Of(Enumerable.Range(0, people).Select(_ => People.New()), change);

    /// <summary>These people, as ones who want to work, checked by system.</summary>
    public static List<RosterRow> Of(IEnumerable<SyntheticPerson> people, Action<RosterRow>? change = null) => [.. people.Select((person, i) =>
    {
        var row = new RosterRow
        {
            Row = i + 1,
            Name = person.Name,
            IdNumber = person.ResidentId,
            MobilePhone = person.Phone,
            Group = TraineeGroup.WillingWorker,
            Evidence = GroupEvidence.SystemChecked,
            HouseholdDivision = "370304",
        };
        change?.Invoke(row);
        return row;
    })];

    /// <summary>Sends a whole roster and returns how far it is, with the first faults.</summary>
    public Task<EnrolTraineesResponse> SendAsync(string classId, IReadOnlyList<RosterRow> rows, string importId = "roster") =>
        ImportTurn.TakeAsync(() => SendOnceAsync(classId, rows, importId));

    private async Task<EnrolTraineesResponse> SendOnceAsync(string classId, IReadOnlyList<RosterRow> rows, string importId)
    {
        using var call = client.EnrolTrainees();
        return await call.AnswerAsync(() => WriteAsync(call, importId, classId, rows));
    }

    /// <summary>Sends header and rows, and leaves the stream open.</summary>
    public static async Task WriteAsync(
        AsyncClientStreamingCall<EnrolTraineesRequest, EnrolTraineesResponse> call, string importId, string classId, IEnumerable<RosterRow> rows)
    {
        await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = importId, ClassId = classId } });
        foreach (var part in rows.Chunk(500))
        {
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { part } } });
        }
    }

    /// <summary>Every fault of a roster, page by page.</summary>
    public async Task<List<ImportFault>> FaultsAsync(string importId = "roster")
    {
        var faults = new List<ImportFault>();
        var request = new ListRosterFaultsRequest { ImportId = importId, PageSize = 1000 };
        do
        {
            var page = await client.ListRosterFaultsAsync(request);
            faults.AddRange(page.Faults);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return faults;
    }
}
