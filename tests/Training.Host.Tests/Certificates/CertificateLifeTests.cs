using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>Printing again and revoking, 48号 四; reading.</summary>
public sealed class CertificateLifeTests(TrainingFixture fixture)
{
    [Fact]
    public async Task Printed_again_the_number_stays_and_each_time_is_kept()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();

        await scene.Portal.ReissueCertificateAsync(Again(number, ReissueReason.Damaged));
        var second = (await scene.Portal.ReissueCertificateAsync(Again(number, ReissueReason.Lost))).Certificate;

        (second.SerialNumber, second.Reissues, second.State).ShouldBe((number, 2, CertificateState.Valid));
        second.Name.ShouldBe("测**");
        var read = (await scene.Reviewer.GetCertificateAsync(new() { SerialNumber = number })).Certificate;
        read.Steps.Select(step => (step.State, step.Operator, step.Note)).ShouldBe(
            [("CERTIFICATE_STATE_VALID", "李补办", "补办（损坏）"), ("CERTIFICATE_STATE_VALID", "李补办", "补办（遗失）")]);
        (await scene.Portal.GetCertificateAsync(new() { SerialNumber = number })).Certificate.Steps.ShouldAllBe(step => step.Operator == "" && step.Note == "");
    }

    [Fact]
    public async Task A_repeat_prints_once_and_many_at_once_are_counted_each()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        var (portal, request) = (scene.Portal, Again(number, ReissueReason.Lost));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await portal.ReissueCertificateAsync(request)));
        (await Refused.ByAsync(portal.ReissueCertificateAsync(new(request) { Reason = ReissueReason.Damaged }))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await portal.ReissueCertificateAsync(Again(number, ReissueReason.Lost))));

        (await scene.Reviewer.GetCertificateAsync(new() { SerialNumber = number })).Certificate.Reissues.ShouldBe(5);
    }

    [Fact]
    public async Task A_revoked_one_keeps_its_number_and_is_neither_printed_nor_revoked_again()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        var (reviewer, request) = (scene.Reviewer, Revoking(number));

        var revoked = (await reviewer.RevokeCertificateAsync(request)).Certificate;

        revoked.State.ShouldBe(CertificateState.Revoked);
        (await reviewer.RevokeCertificateAsync(request)).Certificate.ShouldBe(revoked);
        var refusal = (StatusCode.FailedPrecondition, "CERTIFICATE_REVOKED");
        (await Refused.ByAsync(reviewer.RevokeCertificateAsync(Revoking(number)))).ShouldBe(refusal);
        (await Refused.ByAsync(scene.Portal.ReissueCertificateAsync(Again(number, ReissueReason.Lost)))).ShouldBe(refusal);
        (await scene.IssueAsync()).Issued.ShouldBe(0);
        (await scene.IssueOneAsync()).ShouldBe(scene.Number(2));
        (await reviewer.GetCertificateAsync(new() { SerialNumber = number })).Certificate.Steps.Single().Note.ShouldBe("撤销（考核弄虚作假）：经核查");
    }

    [Fact]
    public async Task Whoever_handles_training_reads_in_full_and_that_is_kept()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        var (name, id) = await scene.HolderAsync(number);

        var masked = (await scene.Portal.GetCertificateAsync(new() { SerialNumber = number })).Certificate;
        (await Reads(scene)).ShouldBe(0);
        var full = (await scene.Reviewer.GetCertificateAsync(new() { SerialNumber = number })).Certificate;

        (full.Name, full.IdNumber).ShouldBe((name, id));
        (masked.Name.Contains(name[1..], StringComparison.Ordinal), masked.IdNumber.Contains(id[6..14], StringComparison.Ordinal)).ShouldBe((false, false));
        (full.OccupationName, full.Occupation, full.InstitutionName).ShouldBe(("中式烹调师", new() { Occupation = "4020301", Level = 5 }, "聊城某某职业培训学校"));
        (await Reads(scene)).ShouldBe(1);
    }

    [Fact]
    public async Task Others_may_not_and_faults_are_told()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        var elsewhere = new CertificateService.CertificateServiceClient(fixture.Calls("370102", Roles.TrainingReviewer, Roles.Training));
        var other = (StatusCode.PermissionDenied, "OTHER_DIVISION");

        (await Refused.ByAsync(elsewhere.GetCertificateAsync(new() { SerialNumber = number }))).ShouldBe(other);
        (await Refused.ByAsync(elsewhere.ReissueCertificateAsync(Again(number, ReissueReason.Lost)))).ShouldBe(other);
        (await Refused.ByAsync(elsewhere.RevokeCertificateAsync(Revoking(number)))).ShouldBe(other);
        (await Refused.ByAsync(scene.Portal.RevokeCertificateAsync(Revoking(number)))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await Refused.ByAsync(scene.As(Roles.Budget).GetCertificateAsync(new() { SerialNumber = number }))).Code.ShouldBe(StatusCode.PermissionDenied);
        (await Refused.ByAsync(scene.Reviewer.GetCertificateAsync(new() { SerialNumber = scene.Number(9) }))).ShouldBe((StatusCode.NotFound, "CERTIFICATE_NOT_FOUND"));
        (await Refused.ByAsync(scene.Portal.ReissueCertificateAsync(Again(scene.Number(9), ReissueReason.Lost)))).ShouldBe((StatusCode.NotFound, "CERTIFICATE_NOT_FOUND"));
        (await Refused.FieldsOfAsync(scene.Reviewer.GetCertificateAsync(new() { SerialNumber = "1" }))).ShouldBe(["serial_number"]);
        (await Refused.FieldsOfAsync(scene.Portal.ReissueCertificateAsync(new() { Reason = (ReissueReason)9, Handling = new() { Operator = "有 空" } }))).ShouldBe(["serial_number", "reason", "AAE011"]);
        (await Refused.FieldsOfAsync(scene.Reviewer.RevokeCertificateAsync(new() { Reason = new string('长', 101) }))).ShouldBe(["serial_number", "reason", "AAE011"]);
    }

    private static Task<long> Reads(CertificateScene scene) => scene.CountAsync("certificate_read where class_id = $1", scene.Class.Id);

    private static ReissueCertificateRequest Again(string number, ReissueReason reason) =>
        new() { RequestId = Guid.CreateVersion7().ToString(), SerialNumber = number, Reason = reason, Handling = new() { Operator = "李补办" } };

    private static RevokeCertificateRequest Revoking(string number) => new()
    {
        RequestId = Guid.CreateVersion7().ToString(),
        SerialNumber = number,
        Reason = "考核弄虚作假",
        Handling = new() { Operator = "王赋号", Remarks = "经核查" },
    };
}
