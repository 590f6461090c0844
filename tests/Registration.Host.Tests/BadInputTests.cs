using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests;

/// <summary>Whatever is wrong with a request, the caller learns it by field and nothing is half-written.</summary>
public sealed class BadInputTests(RegistrationFixture fixture)
{
    private readonly TestAgency intake = fixture.Agency("370102", "intake");

    [Fact]
    public async Task Every_field_at_fault_is_named_with_what_to_do()
    {
        var form = Applications.Form();
        form.Name = "";
        form.Sex = "7";
        form.AppliedOn = "20200811";

        var error = await RefusedAsync(Applications.Submit(form), StatusCode.InvalidArgument);

        error.Fields().ShouldBe(["AAE127", "AAC003", "AAC004"], ignoreOrder: true);
        error.Violations().ShouldAllBe(violation => violation.Description.Any(letter => letter > 0x4E00));
    }

    [Fact]
    public async Task A_request_without_a_form_names_the_required_fields()
    {
        var error = await RefusedAsync(new SubmitApplicationRequest { RequestId = Applications.NewRequestId() }, StatusCode.InvalidArgument);

        error.Fields().ShouldContain("ADC201");
        error.Fields().Count().ShouldBe(19);
    }

    [Fact]
    public async Task An_unknown_code_is_named()
    {
        var form = Applications.Form();
        form.UnemploymentReason = "99";

        (await RefusedAsync(Applications.Submit(form), StatusCode.InvalidArgument)).Fields().ShouldBe(["AJC093"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task A_request_id_of_a_wrong_length_is_named(int length)
    {
        var request = Applications.Submit();
        request.RequestId = new string('r', length);

        (await RefusedAsync(request, StatusCode.InvalidArgument)).Fields().ShouldBe(["request_id"]);
    }

    [Fact]
    public async Task A_text_too_long_for_its_field_is_named()
    {
        var form = Applications.Form();
        form.Remarks = new string('长', 201);

        (await RefusedAsync(Applications.Submit(form), StatusCode.InvalidArgument)).Fields().ShouldBe(["AAE815"]);
    }

    [Fact]
    public async Task Ten_megabytes_of_text_are_turned_away()
    {
        var form = Applications.Form();
        form.Remarks = new string('a', 10 * 1024 * 1024);

        (await RefusedAsync(Applications.Submit(form), StatusCode.ResourceExhausted)).Reason().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_turned_away()
    {
        var request = Applications.Submit();
        request.Form.Remarks = "@@@@";
        var bytes = request.ToByteArray();
        var at = bytes.AsSpan().IndexOf("@@@@"u8);
        bytes[at] = 0xFF;
        bytes[at + 1] = 0xC0;

        var error = await Should.ThrowAsync<RpcException>(async () => await SendRawAsync(bytes));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        await NothingIsWrittenAsync(request);
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_turned_away()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await SendRawAsync(Encoding.ASCII.GetBytes("not a message at all")));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task An_id_that_is_no_UUID_is_named_and_one_that_nobody_has_is_not_found()
    {
        var malformed = await Should.ThrowAsync<RpcException>(
            async () => await intake.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = "370102-1" }));
        malformed.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        malformed.Fields().ShouldBe(["application_id"]);

        var unknown = await Should.ThrowAsync<RpcException>(
            async () => await intake.Client.GetApplicationAsync(new GetApplicationRequest { ApplicationId = Guid.CreateVersion7().ToString() }));
        unknown.StatusCode.ShouldBe(StatusCode.NotFound);
    }

    [Fact]
    public async Task A_review_must_have_a_result_and_a_rejection_its_reason()
    {
        var reviewer = fixture.Agency("370102", "reviewer");
        var id = Guid.CreateVersion7().ToString();
        var without = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(
            new ReviewApplicationRequest { RequestId = Applications.NewRequestId(), ApplicationId = id, Handling = Applications.Officer() }));
        without.Fields().ShouldBe(["AAE540"]);

        var born = Applications.Approve(id);
        born.Approval.BirthDate = new Contracts.Type.V1.Date { Year = 1990, Month = 2, Day = 30 };
        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(born)))
            .Fields().ShouldBe(["approval.birth_date"]);

        var request = Applications.Reject(id, RejectionReason.Unspecified);
        request.Rejection.Explanation = " ";
        var bare = await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(request));
        bare.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        bare.Fields().ShouldBe(["rejection.reason", "AAE360"]);
    }

    [Theory]
    [InlineData(100, StatusCode.NotFound)] // the form of the request is right: the application is looked for
    [InlineData(101, StatusCode.InvalidArgument)]
    public async Task A_reason_is_measured_in_characters(int length, StatusCode expected)
    {
        var request = Applications.Reject(Guid.CreateVersion7().ToString(), RejectionReason.IdentityMismatch);
        request.Rejection.Explanation = string.Concat(Enumerable.Repeat("𠮷", length)); // two UTF-16 units each
        var reviewer = fixture.Agency("370102", "reviewer");

        (await Should.ThrowAsync<RpcException>(async () => await reviewer.Client.ReviewApplicationAsync(request))).StatusCode.ShouldBe(expected);
    }

    private async Task<RpcException> RefusedAsync(SubmitApplicationRequest request, StatusCode expected)
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await intake.Client.SubmitApplicationAsync(request));
        error.StatusCode.ShouldBe(expected);
        await NothingIsWrittenAsync(request);
        return error;
    }

    private async Task NothingIsWrittenAsync(SubmitApplicationRequest request)
    {
        (await fixture.ReadAsync<long>("select count(*) from application where number = $1", request.Form?.ApplicationNumber ?? "")).ShouldBe(0);
        (await fixture.ReadAsync<long>("select count(*) from application_step where agency = $1", intake.Id)).ShouldBe(0);
        (await fixture.ReadAsync<long>("select count(*) from handled_request where caller = $1", intake.Id)).ShouldBe(0);
    }

    private async Task<byte[]> SendRawAsync(byte[] message)
    {
        var bytes = Marshallers.Create(raw => raw, raw => raw);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "wenye.registration.v1.RegistrationService", "SubmitApplication", bytes, bytes);
        var token = fixture.Issuer.Token(intake.Id, "370102", "intake");
        return await fixture.Service.Calls(token).AsyncUnaryCall(method, null, new CallOptions(), message);
    }
}
