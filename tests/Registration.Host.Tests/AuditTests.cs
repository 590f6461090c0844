using System.Text.Json;
using Grpc.Core;
using Wenye.Contracts.Audit.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>What the audit log tells of calls: who, from where, what of whom, and why; of readings those in full alone.</summary>
public sealed class AuditTests(RegistrationFixture fixture)
{
    private const string Division = "370883";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_application_is_entered_with_who_what_and_the_decision_and_names_nobody()
    {
        var (id, request) = await SubmittedAsync();

        var entry = (await EntriesAsync(id)).Single();
        var call = entry.GetProperty("calls").EnumerateArray().Single(one => one.GetProperty("subjects").EnumerateArray().Any(subject => subject.GetString() == id));
        entry.GetProperty("kind").GetString().ShouldBe("decision");
        call.GetProperty("rpc").GetString().ShouldBe("wenye.registration.v1.RegistrationService/SubmitApplication");
        call.GetProperty("roles").GetString().ShouldBe("intake");
        call.GetProperty("division").GetString().ShouldBe(Division);
        call.GetProperty("from").GetString().ShouldBe("127.0.0.1");
        call.GetProperty("request_id").GetString().ShouldBe(request.RequestId);
        call.GetProperty("decision").GetString().ShouldBe("registration.eligibility");
        call.GetProperty("content").GetBytesFromBase64().Length.ShouldBe(32);
        call.GetProperty("operator").GetBytesFromBase64().Length.ShouldBe(32);
        var text = entry.ToString();
        foreach (var personal in Personal(request))
        {
            text.ShouldNotContain(personal);
        }
    }

    [Fact]
    public async Task Who_reads_in_full_leaves_an_entry_before_the_answer_and_who_reads_masked_none()
    {
        var (id, _) = await SubmittedAsync();
        var before = (await EntriesAsync(id)).Count;

        await Client("intake").GetApplicationAsync(new() { ApplicationId = id }, cancellationToken: Cancellation);
        (await EntriesAsync(id)).Count.ShouldBe(before, "masked");

        await Client("reviewer").GetApplicationAsync(new() { ApplicationId = id }, cancellationToken: Cancellation);
        var entries = await EntriesAsync(id);
        entries.Count.ShouldBe(before + 1);
        entries[^1].GetProperty("kind").GetString().ShouldBe("read");
        var call = entries[^1].GetProperty("calls").EnumerateArray().Single(one => one.GetProperty("subjects").EnumerateArray().Any(subject => subject.GetString() == id));
        (call.GetProperty("in_full").GetBoolean(), call.GetProperty("roles").GetString()).ShouldBe((true, "reviewer"));
    }

    [Fact]
    public async Task The_chain_is_whole_and_only_an_auditor_of_the_province_may_ask()
    {
        await SubmittedAsync();
        var findings = new Findings();
        using var verifying = Auditor().VerifyChain(new(), cancellationToken: Cancellation);
        while (await verifying.ResponseStream.MoveNext(Cancellation))
        {
            findings = verifying.ResponseStream.Current.Findings ?? findings;
        }

        findings.FaultCount.ShouldBe(0, string.Join("; ", findings.Faults));
        (findings.Entries + findings.Waiting).ShouldBePositive();

        (await RefusedAsync(() => Auditor("370100").ListEntriesAsync(new(), cancellationToken: Cancellation).ResponseAsync)).Reason().ShouldBe("OTHER_DIVISION");
        (await RefusedAsync(() => Auditor("370000", "reviewer").ListEntriesAsync(new(), cancellationToken: Cancellation).ResponseAsync)).Reason().ShouldBe("PERMISSION_MISSING");
        (await RefusedAsync(() => Auditor().ListEntriesAsync(new() { SubjectId = "x", PageSize = 1001, PageToken = "y" }, cancellationToken: Cancellation).ResponseAsync)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
        (await Auditor().CheckHeadsAsync(new() { Heads = { new Head { Number = 1_000_000, Seq = 9, Hash = "00" } } }, cancellationToken: Cancellation))
            .Faults.Single().Kind.ShouldBe(FaultKind.Truncated);
    }

    private async Task<(string Id, SubmitApplicationRequest Request)> SubmittedAsync()
    {
        var request = Applications.Submit(Applications.Form(division: Division));
        request.Handling = Applications.Officer();
        var answer = await Client("intake").SubmitApplicationAsync(request, cancellationToken: Cancellation);
        return (answer.Application.ApplicationId, request);
    }

    private async Task<IReadOnlyList<JsonElement>> EntriesAsync(string subject) =>
    [
        .. (await Auditor().ListEntriesAsync(new() { SubjectId = subject }, cancellationToken: Cancellation)).Entries
            .Select(entry => JsonDocument.Parse(entry.BodyJson).RootElement.Clone()),
    ];

    private static IEnumerable<string> Personal(SubmitApplicationRequest request) =>
        [request.Form.Name, request.Form.IdDocumentNumber, request.Form.MobilePhone, request.Form.Email, request.Form.Remarks, request.Handling.Operator];

    private static async Task<RpcException> RefusedAsync(Func<Task> call) => await Should.ThrowAsync<RpcException>(call);

    private AuditService.AuditServiceClient Auditor(string division = "370000", string role = "auditor") => new(fixture.Service.Calls(fixture.Issuer.Token("auditors", division, role)));

    private RegistrationService.RegistrationServiceClient Client(string role, string division = Division) => new(fixture.Service.Calls(fixture.Issuer.Token($"agency-{Guid.CreateVersion7():n}", division, role)));
}
