using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Certificates;

/// <summary>The list of an institution, and what is printed.</summary>
public sealed class CertificateListTests(TrainingFixture fixture)
{
    [Fact]
    public async Task What_is_printed_has_the_words_of_the_annex_and_who_read_it_is_kept()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var number = await scene.IssueOneAsync();
        var (name, id) = await scene.HolderAsync(number);

        var printed = (await PrintAsync(scene.Portal, new() { ClassId = scene.ClassId })).Single();

        printed.SerialNumber.ShouldBe(number);
        printed.Text.Split('\n').ShouldBe(
        [
            $"证书序列号：{number}",
            "山东省职业技能培训合格证书",
            $"{name}（身份证号码:{id}）于2020年08月04日至2020年08月28日期间，在聊城某某职业培训学校参加 中式烹调师培训，经考核合格，特发此证。",
            "聊城某某职业培训学校（公章）",
            "发证日期:2020年09月01日",
        ]);
        (await scene.CountAsync("certificate_read where class_id = $1 and agency like 'agency-%'", scene.Class.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_or_a_class_is_printed_by_number_without_what_was_revoked()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.EnrolAsync(600);
        var first = await scene.IssueAsync();
        await scene.EnrolAsync(2);
        var second = await scene.IssueAsync();
        await scene.Reviewer.RevokeCertificateAsync(new() { RequestId = first.BatchId, SerialNumber = scene.Number(2), Reason = "错发", Handling = new() { Operator = "王赋号" } });

        (await PrintAsync(scene.Reviewer, new() { BatchId = second.BatchId })).Select(one => one.SerialNumber).ShouldBe([scene.Number(601), scene.Number(602)]);
        (await PrintAsync(scene.Reviewer, new() { ClassId = scene.ClassId })).Select(one => one.SerialNumber)
            .ShouldBe([scene.Number(1), .. Enumerable.Range(3, 600).Select(sequence => scene.Number(sequence))]);
    }

    [Fact]
    public async Task The_list_is_masked_for_everyone_and_pages_by_number()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.EnrolAsync(5);
        await scene.IssueAsync();
        var request = new ListCertificatesRequest { InstitutionId = scene.Institution.Id.ToString(), PageSize = 2 };

        var seen = new List<Certificate>();
        do
        {
            var page = await scene.Reviewer.ListCertificatesAsync(request);
            page.Certificates.Count.ShouldBeInRange(1, 2);
            seen.AddRange(page.Certificates);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        seen.Select(one => one.SerialNumber).ShouldBe(Enumerable.Range(1, 5).Select(sequence => scene.Number(sequence)));
        seen.ShouldAllBe(one => one.Name == "测**" && one.IdNumber.Contains("************"));
    }

    [Fact]
    public async Task The_list_narrows_to_class_and_state()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        await scene.IssueOneAsync();
        var other = await scene.AnotherClassAsync();
        await other.IssueOneAsync();
        await scene.Reviewer.RevokeCertificateAsync(new() { RequestId = scene.ClassId, SerialNumber = scene.Number(1), Reason = "错发", Handling = new() { Operator = "王赋号" } });
        var request = new ListCertificatesRequest { InstitutionId = scene.Institution.Id.ToString() };

        (await NumbersAsync(scene, request)).ShouldBe([scene.Number(1), scene.Number(2)]);
        (await NumbersAsync(scene, new(request) { ClassId = other.ClassId })).ShouldBe([scene.Number(2)]);
        (await NumbersAsync(scene, new(request) { State = CertificateState.Revoked })).ShouldBe([scene.Number(1)]);
    }

    [Fact]
    public async Task Others_may_not_and_faults_are_told()
    {
        var scene = await CertificateScene.SetAsync(fixture);
        var elsewhere = new CertificateService.CertificateServiceClient(fixture.Calls("370102", Roles.TrainingReviewer));
        var list = new ListCertificatesRequest { InstitutionId = scene.Institution.Id.ToString() };
        var none = Guid.CreateVersion7().ToString();

        (await Refused.ByAsync(elsewhere.ListCertificatesAsync(list))).ShouldBe((StatusCode.PermissionDenied, "OTHER_DIVISION"));
        (await Refused.ByAsync(scene.Reviewer.ListCertificatesAsync(new() { InstitutionId = none }))).ShouldBe((StatusCode.NotFound, "INSTITUTION_NOT_FOUND"));
        (await Refused.FieldsOfAsync(scene.Reviewer.ListCertificatesAsync(new() { InstitutionId = "1", ClassId = "2", State = (CertificateState)9, PageSize = 1001, PageToken = "x" })))
            .ShouldBe(["institution_id", "class_id", "state", "page_size", "page_token"]);

        (await PrintFaultAsync(elsewhere, new() { ClassId = scene.ClassId })).Reason().ShouldBe("OTHER_DIVISION");
        (await PrintFaultAsync(scene.Reviewer, new() { ClassId = none })).Reason().ShouldBe("CLASS_NOT_FOUND");
        (await PrintFaultAsync(scene.Reviewer, new() { BatchId = none })).Reason().ShouldBe("BATCH_NOT_FOUND");
        (await PrintFaultAsync(scene.Reviewer, new())).Fields().ShouldBe(["class_id"]);
        (await PrintFaultAsync(scene.Reviewer, new() { ClassId = none, BatchId = "1" })).Fields().ShouldBe(["class_id", "batch_id"]);
        (await PrintFaultAsync(scene.As(Roles.Statistician), new() { ClassId = scene.ClassId })).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await scene.CountAsync("certificate_read where class_id = $1", scene.Class.Id)).ShouldBe(0);
    }

    private static async Task<IEnumerable<string>> NumbersAsync(CertificateScene scene, ListCertificatesRequest request) =>
        (await scene.Reviewer.ListCertificatesAsync(request)).Certificates.Select(one => one.SerialNumber);

    private static async Task<List<StreamCertificatesResponse>> PrintAsync(CertificateService.CertificateServiceClient client, StreamCertificatesRequest request)
    {
        using var call = client.StreamCertificates(request);
        var printed = new List<StreamCertificatesResponse>();
        await foreach (var one in call.ResponseStream.ReadAllAsync())
        {
            printed.Add(one);
        }

        return printed;
    }

    private static Task<RpcException> PrintFaultAsync(CertificateService.CertificateServiceClient client, StreamCertificatesRequest request) =>
        Should.ThrowAsync<RpcException>(() => PrintAsync(client, request));
}
