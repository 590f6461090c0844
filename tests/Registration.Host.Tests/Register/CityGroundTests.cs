using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Host.Tests.Hardship;
using ReplayResult = Wenye.Policy.ReplayResult;

namespace Wenye.Registration.Host.Tests;

/// <summary>A city that has set other grounds for cancelling (各市确定的其他情形, 39号 二(一)11): 济南市 (3701) since 2020-08-10.</summary>
public sealed class CityGroundTests(HardshipFixture fixture)
{
    private static readonly DateOnly Today = HardshipFixture.Monday;

    [Fact]
    public async Task The_citys_own_ground_ends_a_registration_and_cites_the_citys_document()
    {
        var id = await fixture.RegisterAsync();

        var ended = await Office("370102", Today).CancelRegistrationAsync(Services.Cancel(id, "90", Today));

        ended.Applied.ShouldBeTrue();
        ended.Registration.Cancellation.ReasonCode.ShouldBe("90");
        ended.Notice.ShouldContain("鲁人社字〔2020〕39号 二(一)11");
        ended.Decision.Parameters.ShouldContain(used => used.Name == "registration.other_deregistration_grounds" && used.Clause.Document == "样例市文件");
        var stored = await fixture.QueryAsync(database => database.Registrations.Where(r => r.Id == Guid.Parse(id)).Select(r => r.CancellationDecision).SingleAsync());
        fixture.Replayed(stored!).ShouldBe(ReplayResult.Same);
    }

    [Fact]
    public async Task Another_city_has_not_set_any()
    {
        var id = await fixture.RegisterAsync("370202");

        var answer = await Office("370202", Today).CancelRegistrationAsync(Services.Cancel(id, "90", Today));

        answer.Applied.ShouldBeFalse();
        answer.Decision.Outcome.ShouldBe(Outcome.Incomplete);
        answer.Decision.MissingFacts.ShouldBe(["registration.other_deregistration_grounds"]);
    }

    private UnemploymentRegisterService.UnemploymentRegisterServiceClient Office(string division, DateOnly day) =>
        fixture.Agency(day, division, "caseworker").Register;
}
