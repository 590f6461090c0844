using Wenye.Contracts.WelfarePosts.V1;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Host.Tests.Posts;
using Placement = Wenye.WelfarePosts.Data.Placement;
using Post = Wenye.Contracts.WelfarePosts.V1.Post;

namespace Wenye.WelfarePosts.Host.Tests.Supervision;

/// <summary>A county with an open post and people in it, and its supervisor.</summary>
internal sealed class SupervisionScene(WelfarePostsFixture fixture, string county)
{
    public PostOffice Office { get; } = new(fixture, county);

    public SupervisionService.SupervisionServiceClient Calls { get; } = new(fixture.Calls(county, Roles.WelfarePosts));

    public Post Post { get; private set; } = null!;

    public async Task<SupervisionScene> StartAsync()
    {
        await Office.PlanAsync();
        Post = await Office.OpenAsync(post => post.Places = 5);
        return this;
    }

    public async Task<(Placement Placement, Person Person)> PlaceAsync(DateOnly? to = null, ExitGround ground = ExitGround.Unspecified, DateOnly? from = null) =>
        (await PlacedPeople.PlaceAsync(fixture, Post, 1, from, to, ground))[0];

    public static MarkRow Mark(Person person, MarkKind kind, DateOnly from, int row = 1) =>
        new() { Row = row, IdNumber = person.IdNumber, Kind = kind, From = from.ToContract(), Source = "虚构比对数据" };

    public Task<ImportMarksResponse> ImportAsync(params MarkRow[] rows) => ImportAsync(PostOffice.NewId(), rows);

    public Task<ImportMarksResponse> ImportAsync(string importId, params MarkRow[] rows) => ImportAsync(Calls, importId, rows);

    public static async Task<ImportMarksResponse> ImportAsync(SupervisionService.SupervisionServiceClient calls, string importId, params MarkRow[] rows)
    {
        using var call = calls.ImportMarks(cancellationToken: TestContext.Current.CancellationToken);
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = importId } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows } } });
        });
    }

    public async Task<IReadOnlyList<PostSignal>> SignalsAsync(PostSignalKind kind, int size = 0)
    {
        var found = new List<PostSignal>();
        var request = new ListSignalsRequest { Kind = kind, PageSize = size };
        do
        {
            var page = await Calls.ListSignalsAsync(request);
            found.AddRange(page.Signals);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return found;
    }

    public static string Placed(PostSignal signal) => string.Join(' ', signal.Placements.Select(one => one.PlacementId));
}
