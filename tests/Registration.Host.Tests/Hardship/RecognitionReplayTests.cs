using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Policy;
using static Wenye.Registration.Host.Tests.Hardship.HardshipSteps;

namespace Wenye.Registration.Host.Tests.Hardship;

/// <summary>A decision stored with a recognition gives the same bytes again, the city's own parameters among those it used.</summary>
public sealed class RecognitionReplayTests(HardshipFixture fixture)
{
    [Fact]
    public async Task Stored_recognition_decisions_replay_to_the_same_bytes()
    {
        var granted = await fixture.PublicisedAsync(await fixture.RegisterAsync());
        var ofTheCity = await ApplyAsync(new ApplyForRecognitionRequest(Apply(await fixture.RegisterAsync(), HardshipCategory.City)) { CityCategory = "技能水平低人员" });
        var incomplete = await ApplyAsync(Apply(await fixture.RegisterAsync()));
        var refused = await ApplyAsync(Apply(await fixture.RegisterAsync(), HardshipCategory.ZeroEmploymentFamily, Shows("zero_employment_family", "false")));

        foreach (var id in new[] { granted.RecognitionId, ofTheCity, incomplete, refused })
        {
            var stored = await fixture.QueryAsync(database => database.Recognitions.Where(r => r.Id == Guid.Parse(id)).Select(r => r.Decision).SingleAsync());
            fixture.Replayed(stored).ShouldBe(ReplayResult.Same);
        }
    }

    private async Task<string> ApplyAsync(ApplyForRecognitionRequest request) =>
        (await fixture.Agency(HardshipFixture.Monday, "370102", "caseworker").Hardship.ApplyForRecognitionAsync(request)).Recognition.RecognitionId;
}
