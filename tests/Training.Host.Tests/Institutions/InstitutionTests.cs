using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using Wenye.Training.Data;

namespace Wenye.Training.Host.Tests.Institutions;

/// <summary>Filing, withdrawal and the catalogue of institutions: what is refused, who may, what is shown.</summary>
public sealed class InstitutionTests(TrainingFixture fixture)
{
    [Theory]
    [InlineData(ClassState.Planned, false)]
    [InlineData(ClassState.Examined, false)]
    [InlineData(ClassState.Accepted, true)]
    [InlineData(ClassState.Cancelled, true)]
    public async Task Who_still_holds_a_class_is_not_withdrawn(ClassState state, bool allowed)
    {
        var office = new InstitutionOffice(fixture, "370402");
        var filed = await office.FileAsync();
        await HoldClassAsync(filed, state);

        if (allowed)
        {
            (await office.WithdrawAsync(filed.InstitutionId)).State.ShouldBe(InstitutionState.Withdrawn);
            return;
        }

        (await Should.ThrowAsync<RpcException>(() => office.WithdrawAsync(filed.InstitutionId))).Reason().ShouldBe("CLASSES_OPEN");
        (await office.Calls.GetInstitutionAsync(new() { InstitutionId = filed.InstitutionId })).Institution.State.ShouldBe(InstitutionState.Filed);
    }

    [Fact]
    public async Task Everything_wrong_with_a_filing_is_told_by_field_and_nothing_repeated()
    {
        var office = new InstitutionOffice(fixture, "370403");
        var filing = new FileInstitutionRequest
        {
            RequestId = InstitutionOffice.NewId(),
            Division = "379999",
            Code = "12a",
            CreditCode = "52370102000000000X",
            BankAccount = "账号 1",
            BankName = new string('行', 101),
            Platform = new PlatformQualities(),
            Handling = new Handling { Operator = "虚构 经办", OfficeId = "1" },
        };

        var error = await Should.ThrowAsync<RpcException>(async () => await office.Calls.FileInstitutionAsync(filing));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["kind", "division", "code", "credit_code", "name", "bank_name", "bank_account", "platform", "AAE011", "office_id"]);
        error.Violations().ShouldAllBe(fault => !fault.Description.Contains(filing.CreditCode) && !fault.Description.Contains(filing.BankAccount));
    }

    [Fact]
    public async Task Everything_wrong_with_the_other_calls_is_told_by_field()
    {
        var calls = new InstitutionOffice(fixture, "370403").Calls;

        (await FieldsAsync(async () => await calls.WithdrawInstitutionAsync(new() { RequestId = "r", InstitutionId = "x" }))).ShouldBe(["institution_id", "reason"]);
        (await FieldsAsync(async () => await calls.EvaluatePlatformAsync(new() { RequestId = "r", InstitutionId = "x" }))).ShouldBe(["institution_id", "evaluation"]);
        (await FieldsAsync(async () => await calls.GetInstitutionAsync(new()))).ShouldBe(["institution_id"]);
        (await FieldsAsync(async () => await calls.ListInstitutionsAsync(new() { Division = "1", Kind = (InstitutionKind)9, PageSize = 1001, PageToken = "x" })))
            .ShouldBe(["division", "kind", "page_size", "page_token"]);
        (await FieldsAsync(async () => await calls.ListAbolishedCodesAsync(new() { Division = "1", PageSize = -1 }))).ShouldBe(["division", "page_size"]);
        var tomorrow = new AbolishCodeRequest { RequestId = "r", Division = "370403", Code = "0000", AbolishedOn = TrainingFixture.Today.AddDays(1).ToContract() };
        (await FieldsAsync(async () => await calls.AbolishCodeAsync(tomorrow))).ShouldBe(["code", "abolished_on"]);
        (await FieldsAsync(async () => await calls.AbolishCodeAsync(new() { Division = "370403", Code = "0001", AbolishedOn = new DateOnly(2019, 1, 1).ToContract() })))
            .ShouldBe(["request_id"]);
    }

    [Fact]
    public async Task Another_division_neither_files_nor_reads_nor_withdraws_and_a_role_does_what_it_may()
    {
        var (own, stranger) = (new InstitutionOffice(fixture, "370404"), new InstitutionOffice(fixture, "370700"));
        var filed = await own.FileAsync();
        Func<Task>[] denied =
        [
            async () => await stranger.Calls.FileInstitutionAsync(own.Filing()),
            () => stranger.WithdrawAsync(filed.InstitutionId),
            async () => await stranger.Calls.GetInstitutionAsync(new() { InstitutionId = filed.InstitutionId }),
            async () => await stranger.Calls.ListInstitutionsAsync(new() { Division = "370404" }),
            async () => await stranger.Calls.AbolishCodeAsync(own.Abolition("0100")),
            async () => await stranger.Calls.ListAbolishedCodesAsync(new() { Division = "370404" }),
            () => new InstitutionOffice(fixture, "370404", Roles.TrainingPortal).FileAsync(),
            async () => await new InstitutionOffice(fixture, "370404", Roles.Payer).Calls.ListInstitutionsAsync(new()),
        ];
        foreach (var call in denied)
        {
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }

        (await Should.ThrowAsync<RpcException>(() => own.WithdrawAsync(InstitutionOffice.NewId()))).Reason().ShouldBe("INSTITUTION_NOT_FOUND");
        (await fixture.ReadAsync<long>("select count(*) from institution_code where division = '370404'")).ShouldBe(1);
    }

    [Fact]
    public async Task An_account_is_encrypted_at_rest_masked_for_the_office_and_hidden_from_the_hall()
    {
        var office = new InstitutionOffice(fixture, "370405");
        var filed = await office.FileAsync();

        filed.BankAccount.ShouldBe("****************4321");
        var seen = await new InstitutionOffice(fixture, "370405", Roles.TrainingPortal).Calls.GetInstitutionAsync(new() { InstitutionId = filed.InstitutionId });
        (seen.Institution.BankAccount, seen.Institution.BankName, seen.Institution.Name).ShouldBe(("", "", filed.Name));
        (await fixture.ReadAsync<string>("select bank_account::text from institution where id = $1", Guid.Parse(filed.InstitutionId))).ShouldNotContain("4321");
    }

    [Fact]
    public async Task Who_filed_and_who_withdrew_is_kept()
    {
        var office = new InstitutionOffice(fixture, "370406");
        var filed = await office.FileAsync();
        await office.WithdrawAsync(filed.InstitutionId);
        var steps = (await office.Calls.GetInstitutionAsync(new() { InstitutionId = filed.InstitutionId })).Institution.Steps;
        steps.Select(step => (step.State, step.Operator, step.Note)).ShouldBe(
            [("INSTITUTION_STATE_FILED", "虚构经办", "虚构备注"), ("INSTITUTION_STATE_WITHDRAWN", "虚构经办", "虚构：不再承担培训任务：虚构备注")]);
        steps.ShouldAllBe(step => step.Agency.StartsWith("agency-") && step.OccurredAt != null);
        var portal = await new InstitutionOffice(fixture, "370406", Roles.TrainingPortal).Calls.GetInstitutionAsync(new() { InstitutionId = filed.InstitutionId });
        portal.Institution.Steps.Select(step => (step.State, step.Operator, step.Note)).ShouldBe([("INSTITUTION_STATE_FILED", "", ""), ("INSTITUTION_STATE_WITHDRAWN", "", "")]);
        (await fixture.ReadAsync<string>("select string_agg(operator::text || note::text, '') from institution_step where institution_id = $1", Guid.Parse(filed.InstitutionId)))
            .ShouldNotContain(Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes("虚构")));
    }

    [Fact]
    public async Task The_catalogue_of_a_city_is_paged_by_place_and_code_and_filtered()
    {
        var (city, one, other) = (new InstitutionOffice(fixture, "410500"), new InstitutionOffice(fixture, "410502"), new InstitutionOffice(fixture, "410503"));
        var firm = other.Filing(InstitutionKind.Firm);
        firm.Name = "甲虚构的企业";
        await city.FileAsync();
        await one.WithdrawAsync((await one.FileAsync()).InstitutionId);
        await one.FileAsync();
        await other.Calls.FileInstitutionAsync(firm);

        var listed = new List<string>();
        var request = new ListInstitutionsRequest { Division = "410500", PageSize = 3 };
        do
        {
            var page = await city.Calls.ListInstitutionsAsync(request);
            listed.AddRange(page.Institutions.Select(item => $"{item.Division}-{item.Code}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.ShouldBe(["410500-0001", "410502-0001", "410502-0002", "410503-0001"]);
        (await CodesAsync(new() { Division = "410500", State = InstitutionState.Withdrawn })).ShouldBe(["410502-0001"]);
        (await CodesAsync(new() { Division = "410500", Kind = InstitutionKind.Firm })).ShouldBe(["410503-0001"]);
        (await CodesAsync(new() { Division = "410500", Name = "甲虚" })).ShouldBe(["410503-0001"]);
        (await CodesAsync(new() { Division = "410502" })).ShouldBe(["410502-0001", "410502-0002"]);
        (await city.Calls.ListAbolishedCodesAsync(new())).Codes.ShouldHaveSingleItem().Code.ShouldBe("0001");

        async Task<IEnumerable<string>> CodesAsync(ListInstitutionsRequest asked) =>
            (await city.Calls.ListInstitutionsAsync(asked)).Institutions.Select(item => $"{item.Division}-{item.Code}");
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }

    private async Task HoldClassAsync(Contracts.Training.V1.Institution institution, ClassState state)
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        database.Add(new Data.TrainingClass
        {
            Id = Guid.CreateVersion7(),
            InstitutionId = Guid.Parse(institution.InstitutionId),
            Division = institution.Division,
            Occupation = "4020301",
            Level = 5,
            OccupationName = "虚构工种",
            Category = TrainingCategory.Employment,
            LeadsTo = CertificateKind.Completion,
            Mode = TrainingMode.Offline,
            TotalHours = 40,
            OnlineMinutes = 0,
            StartsOn = TrainingFixture.Today,
            EndsOn = TrainingFixture.Today,
            Places = 30,
            State = state,
            PlanDecision = "{}",
        });
        await database.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
