using Wenye.Contracts.Events.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.NewEmployment;

/// <summary>What tests of new urban employment do: announce, wait until judged, ask.</summary>
public abstract class NewEmploymentTestBase(StatisticsFixture fixture)
{
    private protected StatisticsFixture Fixture => fixture;

    private protected NewEmploymentService.NewEmploymentServiceClient Client(string division, params string[] roles) =>
        new(fixture.Service.Calls(fixture.Issuer.Token("statistics-office", division, [.. roles.DefaultIfEmpty(Roles.Statistician)])));

    private protected static EmploymentRegistered Job(string division, DateOnly on, Guid? person = null) =>
        Announced.Employed(division, on) with { EmployedOn = on, PersonId = person ?? Guid.CreateVersion7() };

    /// <summary>Announces events, each as often as it is given, and waits until everybody they tell of is judged.</summary>
    private protected async Task AnnounceAsync(params IReadOnlyList<object> events)
    {
        var messages = events.Select(evt => (Event: evt, Id: Guid.CreateVersion7())).ToList();
        foreach (var (evt, id) in messages)
        {
            await fixture.PublishAsync(evt, id);
        }

        await Eventually.IsTrueAsync(() => messages.TrueForAll(message => fixture.Deliveries.Of(message.Id) == 1), TimeSpan.FromMinutes(2));
        var people = events.Select(PersonOf).Distinct().ToArray();
        await Eventually.IsTrueAsync(
            async () => await fixture.ReadAsync<long>("select count(*) from person_to_judge where person_id = any($1)", people) == 0, TimeSpan.FromMinutes(2));
    }

    private protected async Task<List<NewEmploymentFigure>> FiguresAsync(string division, string from, string to, Breakdown breakdown = Breakdown.None) =>
        [.. (await Client(division).ListNewEmploymentAsync(new() { Division = division, FromPeriod = from, ToPeriod = to, Breakdown = breakdown })).Figures];

    private protected async Task<List<EmploymentRecord>> RecordsAsync(string division, string period, int pageSize = 0)
    {
        var request = new ListEmploymentRecordsRequest { Division = division, Period = period, PageSize = pageSize };
        var records = new List<EmploymentRecord>();
        do
        {
            var page = await Client(division).ListEmploymentRecordsAsync(request);
            records.AddRange(page.Records);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return records;
    }

    private static Guid PersonOf(object evt) => evt switch
    {
        EmploymentRegistered employed => employed.PersonId,
        EmploymentEnded ended => ended.PersonId,
        UnemploymentRegistered registered => registered.PersonId,
        UnemploymentCancelled cancelled => cancelled.PersonId,
        _ => throw new ArgumentOutOfRangeException(nameof(evt)),
    };
}
