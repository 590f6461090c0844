using Grpc.Core;
using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.Pages.Tests;

/// <summary>Rounds of public-benefit posts as Welfare-Posts would answer them: one in publicity with 60 names, one whose days are over.</summary>
internal sealed class FakeHires : RecruitmentService.RecruitmentServiceBase
{
    public const string Posts = "虚构保洁员";
    private const string Running = "20000000-0000-7000-8000-000000000001";
    private const int Names = 60;

    public override Task<ListRoundsResponse> ListRounds(ListRoundsRequest request, ServerCallContext context) => Task.FromResult(new ListRoundsResponse
    {
        Rounds = { new[] { Round(Running, Posts, 24), Round("20000000-0000-7000-8000-000000000002", "虚构保安员", 19) }.Where(_ => request is { Division: "370100", State: RoundState.Publicised }) },
    });

    public override Task<ListPublicNamesResponse> ListPublicNames(ListPublicNamesRequest request, ServerCallContext context)
    {
        var after = request.PageToken.Length == 0 ? 0 : int.Parse(request.PageToken, System.Globalization.CultureInfo.InvariantCulture);
        return Task.FromResult(new ListPublicNamesResponse
        {
            Names = { Enumerable.Range(after + 1, Math.Min(request.PageSize, Names - after)).Select(Name) },
            NextPageToken = after + request.PageSize < Names ? $"{after + request.PageSize}" : "",
        });
    }

    private static Round Round(string id, string title, int lastDay) => new()
    {
        RoundId = id, Division = "370100", State = RoundState.Publicised, PublicisedFrom = new Date { Year = 2020, Month = 11, Day = 17 },
        PublicisedTo = new Date { Year = 2020, Month = 11, Day = lastDay }, Posts = { new AnnouncedPost { Title = title } },
    };

    private static PublicName Name(int number) => new()
    {
        CandidacyId = $"30000000-0000-7000-8000-{number:000000000000}", PostTitle = Posts, EmployerName = "虚构街道办事处", Name = "李**", IdNumber = "3701**********123X",
    };
}
