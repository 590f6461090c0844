using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>What anyone may learn of a certificate, and what nobody may.</summary>
public sealed class VerifyCertificateTests(TrainingFixture fixture)
{
    [Fact]
    public async Task A_certificate_verifies_with_what_is_printed_on_it_and_a_masked_name()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();

        var answer = await Anyone().VerifyCertificateAsync(new() { SerialNumber = number });

        answer.Verification.ShouldBe(Verification.Valid);
        answer.Name.ShouldBe("测**");
        (answer.OccupationName, answer.Level, answer.InstitutionName).ShouldBe(("中式烹调师", 5, "聊城某某职业培训学校"));
        (answer.Training.From, answer.Training.To, answer.IssuedOn).ShouldBe(
            (new() { Year = 2020, Month = 8, Day = 4 }, new() { Year = 2020, Month = 8, Day = 28 }, new() { Year = 2020, Month = 9, Day = 1 }));
        answer.HasHolderMatches.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_the_holder_only_whether_name_and_id_number_are_both_right()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        var (name, id) = await scene.HolderAsync(number);
        var other = People.New();
        VerifyCertificateRequest Ask(string who, string with) => new() { SerialNumber = number, Name = who, IdNumber = with };

        var right = await Anyone().VerifyCertificateAsync(Ask(name, id));
        var wrongName = await Anyone().VerifyCertificateAsync(Ask(other.Name, id));
        var wrongId = await Anyone().VerifyCertificateAsync(Ask(name, other.ResidentId));

        right.HolderMatches.ShouldBeTrue();
        wrongName.HolderMatches.ShouldBeFalse();
        wrongId.ShouldBe(wrongName);
        new VerifyCertificateResponse(right) { HolderMatches = false }.ShouldBe(wrongId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3712024001200001A")] // 17 places
    [InlineData("3712024001200000012A")] // 20 places
    [InlineData("371702400120000010")] // no letter
    [InlineData("37120240012000001D")] // 类别 D
    [InlineData("37120240012000001a")]
    [InlineData("37170240012000001A")] // 菏泽 is 3716
    [InlineData("21010240012000001A")]
    [InlineData("37000140012000001A")] // 省本级 has county 00
    [InlineData("37120200002000001A")] // no institution
    [InlineData("37120240012000000A")] // the order begins with 00001
    [InlineData("37120240011900001A")] // before the notice
    [InlineData("3712024001２000001A")] // full width
    public async Task What_is_not_a_number_by_the_annex_is_malformed(string number)
    {
        var answer = await Anyone().VerifyCertificateAsync(new() { SerialNumber = number });
        answer.ShouldBe(new VerifyCertificateResponse { Verification = Verification.Malformed });
    }

    [Fact]
    public async Task A_number_that_was_never_given_is_unknown_whoever_is_named()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.IssueOneAsync();
        var person = People.New();
        var answer = await Anyone().VerifyCertificateAsync(new() { SerialNumber = scene.Number(2), Name = person.Name, IdNumber = person.ResidentId });
        answer.ShouldBe(new VerifyCertificateResponse { Verification = Verification.Unknown });
    }

    [Fact]
    public async Task A_revoked_one_says_so()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        await scene.Reviewer.RevokeCertificateAsync(new() { RequestId = "revoke-" + number, SerialNumber = number, Reason = "弄虚作假", Handling = new() { Operator = "王赋号" } });
        (await Anyone().VerifyCertificateAsync(new() { SerialNumber = number })).Verification.ShouldBe(Verification.Revoked);
    }

    [Fact]
    public async Task Name_and_id_number_come_together_and_right()
    {
        var person = People.New();
        var request = new VerifyCertificateRequest { SerialNumber = "37120240012000001A" };
        (await Refused.FieldsOfAsync(Anyone().VerifyCertificateAsync(new(request) { Name = person.Name }))).ShouldBe(["AAC003"]);
        (await Refused.FieldsOfAsync(Anyone().VerifyCertificateAsync(new(request) { IdNumber = "1" }))).ShouldBe(["AAC003", "AAC147"]);
        (await Refused.FieldsOfAsync(Anyone().VerifyCertificateAsync(new(request) { Name = new string('长', 51), IdNumber = person.ResidentId }))).ShouldBe(["AAC003"]);
    }

    [Theory]
    [InlineData(Roles.FirmPortal)]
    [InlineData(Roles.Budget)]
    [InlineData(Roles.Statistician)]
    public async Task Every_role_of_every_place_may_ask(string role)
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        (await Anyone(role).VerifyCertificateAsync(new() { SerialNumber = number })).Verification.ShouldBe(Verification.Valid);
    }

    [Fact]
    public async Task Without_a_token_nobody_may()
    {
        var nobody = new CertificateService.CertificateServiceClient(fixture.Service.Calls(token: null));
        (await Refused.ByAsync(nobody.VerifyCertificateAsync(new() { SerialNumber = "37120240012000001A" }))).Code.ShouldBe(StatusCode.Unauthenticated);
    }

    private CertificateService.CertificateServiceClient Anyone(string role = Roles.FirmPortal) => new(fixture.Calls("110101", role));
}
