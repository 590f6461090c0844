using Grpc.Core;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Host.Tests.Partners;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Applications;

/// <summary>Who may call what and sees what; what is asked wrongly; what is overdue at whom.</summary>
public sealed class ApplicationCallsTests(LoansFixture fixture)
{
    [Fact]
    public async Task A_bank_or_guarantor_sees_and_changes_only_what_is_assigned_to_it()
    {
        var (own, other) = (await ApplicationScene.AtAsync(fixture, "370112"), await ApplicationScene.AtAsync(fixture, "370112"));
        var application = await own.UpToAsync(ApplicationState.Qualified);
        Func<Task>[] denied =
        [
            async () => await other.Bank.GetApplicationAsync(new() { ApplicationId = application.ApplicationId }),
            () => other.GuaranteeAsync(application),
            () => other.CheckAsync(application),
            async () => await other.Bank.SignContractAsync(other.Contract(application)),
        ];
        foreach (var call in denied)
        {
            (await ApplicationScene.RefusedAsync(call)).ShouldBe((StatusCode.PermissionDenied, "NOT_ASSIGNED"));
        }

        (await other.Bank.ListApplicationsAsync(new())).Applications.ShouldBeEmpty();
        (await own.Bank.ListApplicationsAsync(new())).Applications.ShouldHaveSingleItem().ApplicationId.ShouldBe(application.ApplicationId);
        (await own.Guarantor.ListApplicationsAsync(new())).Applications.ShouldHaveSingleItem();
        (await own.Bank.GetApplicationAsync(new() { ApplicationId = application.ApplicationId })).Application.Borrowers[0].IdNumber.ShouldNotContain("*");
    }

    [Fact]
    public async Task Another_division_a_role_that_may_not_and_an_unknown_application_are_refused()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370113");
        var application = await scene.SubmitAsync();
        var stranger = new ApplicationService.ApplicationServiceClient(fixture.Calls("370700", Roles.Loans, Roles.LoansReviewer));
        Func<Task>[] denied =
        [
            async () => await stranger.GetApplicationAsync(new() { ApplicationId = application.ApplicationId }),
            async () => await stranger.SubmitApplicationAsync(scene.Personal()),
            async () => await stranger.DecideQualificationAsync(scene.Qualification(application)),
            async () => await stranger.ListApplicationsAsync(new() { Division = "370113" }),
            async () => await stranger.ListOverdueStepsAsync(new() { Division = "370113" }),
            async () => await scene.Portal.DecideQualificationAsync(scene.Qualification(application)),
            async () => await scene.Bank.DecideQualificationAsync(scene.Qualification(application)),
            async () => await scene.Office.RecordDueDiligenceAsync(ApplicationScene.Diligence(application.ApplicationId)),
            async () => await scene.Guarantor.RecordBankCheckAsync(ApplicationScene.BankCheck(application)),
        ];
        foreach (var call in denied)
        {
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }

        (await ApplicationScene.RefusedAsync(() => scene.GetAsync(ApplicationScene.NewId()))).ShouldBe((StatusCode.NotFound, "APPLICATION_NOT_FOUND"));
        (await scene.GetAsync(application.ApplicationId)).State.ShouldBe(ApplicationState.Submitted);
    }

    [Fact]
    public async Task Personal_data_are_encrypted_at_rest_masked_for_the_hall_and_in_lists_and_whole_for_the_office()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370114");
        var person = ApplicationScene.NewPerson();
        var submitted = await scene.SubmitAsync(ApplicationScene.Graduate(person));

        submitted.Borrowers[0].Name.ShouldBe($"{person.Name[0]}**");
        submitted.Borrowers[0].IdNumber.ShouldBe(person.ResidentId[..3] + "***********" + person.ResidentId[^4..]);
        (await scene.Office.ListApplicationsAsync(new())).Applications.ShouldHaveSingleItem().Borrowers[0].Name.ShouldBe($"{person.Name[0]}**");
        (await scene.GetAsync(submitted.ApplicationId)).Borrowers[0].IdNumber.ShouldBe(person.ResidentId);
        var stored = await fixture.ReadAsync<string>(
            "select (select row_to_json(a)::text from loan_application a where id = $1) || (select string_agg(row_to_json(d)::text, '') from loan_application_decision d where application_id = $1)"
            + " || (select string_agg(row_to_json(s)::text, '') from loan_application_step s where application_id = $1)",
            Guid.Parse(submitted.ApplicationId));
        (stored.Contains(person.ResidentId), stored.Contains("虚构经办"), stored.Contains("GRADUATE", StringComparison.OrdinalIgnoreCase)).ShouldBe((false, false, false));
    }

    [Fact]
    public async Task Everything_wrong_with_an_application_is_told_by_field()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370115");
        var request = new SubmitApplicationRequest
        {
            RequestId = "r",
            Kind = BorrowerKind.Enterprise,
            Division = "379999",
            Borrowers = { new Borrower { Name = "虚 构", IdNumber = "37010219900101001", Category = BorrowerCategory.Graduate, BusinessCode = "1", PriorLoans = new PriorLoans { Count = 100 } } },
            Firm = new BorrowingFirm { CreditCode = "1", Employees = -1, Size = (LoanFirmSize)9, Hires = { new Hire { ContractMonths = -1 } } },
        };
        (await FieldsAsync(async () => await scene.Portal.SubmitApplicationAsync(request))).ShouldBe(
        [
            "division", "requested_fen", "term_months", "use", "borrowers[1].AAC003", "borrowers[1].AAC002", "borrowers[1].category", "borrowers[1].business_code",
            "borrowers[1].prior_loans", "firm.credit_code", "firm.name", "firm.size", "firm.employees", "firm.hires[1].AAC003", "firm.hires[1].AAC002", "firm.hires[1].contract_months",
        ]);
        var personal = scene.Personal(ApplicationScene.Graduate());
        personal.Borrowers.Add(personal.Borrowers[0]);
        personal.Borrowers[0].Papers[0].Form = LoanPaperForm.SystemChecked;
        personal.Borrowers[0].Papers[1].Paper = LoanPaper.StaffRoster;
        (await FieldsAsync(async () => await scene.Portal.SubmitApplicationAsync(personal)))
            .ShouldBe(["borrowers", "borrowers[1].papers", "borrowers[1].papers", "borrowers[2].papers", "borrowers[2].papers"]);
        personal = scene.Personal();
        personal.RequestId = "";
        (await FieldsAsync(async () => await scene.Portal.SubmitApplicationAsync(personal))).ShouldBe(["request_id"]);

        var application = await scene.SubmitAsync();
        var qualification = scene.Qualification(application);
        (qualification.BankId, qualification.FundId) = (scene.GuarantorId, ApplicationScene.NewId());
        (await FieldsAsync(async () => await scene.Office.DecideQualificationAsync(qualification))).ShouldBe(["bank_id", "fund_id"]);
        qualification.Findings.Add(new OfficeFinding { Person = 2 });
        (await FieldsAsync(async () => await scene.Office.DecideQualificationAsync(qualification))).ShouldBe(["findings[2]"]);
        (await FieldsAsync(async () => await scene.Portal.SupplyMaterialAsync(new() { RequestId = "r", ApplicationId = application.ApplicationId, Items = { new SuppliedItem() } }))).ShouldBe(["items[1]"]);
        (await FieldsAsync(async () => await scene.Office.ListApplicationsAsync(new() { Division = "1", State = (ApplicationState)99, PageSize = -1, PageToken = "x" })))
            .ShouldBe(["state", "division", "page_size", "page_token"]);
        (await FieldsAsync(async () => await scene.Bank.ExtendBankStepAsync(new() { RequestId = "r", ApplicationId = application.ApplicationId }))).ShouldBe(["due", "AAE013", "AAE011"]);
    }

    [Fact]
    public async Task A_partner_that_has_withdrawn_has_no_new_application()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370116");
        await new PartnerOffice(fixture, "370116").Calls.WithdrawPartnerAsync(PartnerOffice.Withdrawal(scene.BankId));
        var application = await scene.SubmitAsync();
        (await FieldsAsync(async () => await scene.Office.DecideQualificationAsync(scene.Qualification(application)))).ShouldBe(["bank_id"]);
    }

    [Fact]
    public async Task Applications_of_a_place_are_paged_oldest_first_and_filtered()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370117");
        var applied = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            applied.Add((await scene.SubmitAsync()).ApplicationId);
        }

        await scene.QualifyAsync(await scene.GetAsync(applied[2]));
        var listed = new List<string>();
        var request = new ListApplicationsRequest { PageSize = 2 };
        do
        {
            var page = await scene.Office.ListApplicationsAsync(request);
            listed.AddRange(page.Applications.Select(one => one.ApplicationId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        // The clock stands still: of one moment the ids order.
        listed.ShouldBe(applied.Order(StringComparer.Ordinal));
        (await scene.Office.ListApplicationsAsync(new() { State = ApplicationState.Qualified })).Applications.ShouldHaveSingleItem().ApplicationId.ShouldBe(applied[2]);
        (await scene.Office.ListApplicationsAsync(new() { Kind = BorrowerKind.Enterprise })).Applications.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_overdue_is_listed_with_whom_it_is_at_until_it_is_done_extended_or_told()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370124");
        var office = await scene.SubmitAsync();
        var guarantor = await scene.UpToAsync(ApplicationState.Qualified);
        var bank = await scene.UpToAsync(ApplicationState.Guaranteed);
        var contracted = await scene.UpToAsync(ApplicationState.Contracted);
        var refused = await scene.QualifyAsync(await scene.SubmitAsync(WithoutBusiness()));
        var paid = await scene.UpToAsync(ApplicationState.Contracted);
        await fixture.ReadAsync<long>("with done as (update loan set disbursed_on = '2020-09-02' where id = $1 returning 1) select count(*) from done", Guid.Parse(paid.LoanId));

        // Wednesday 30 September: every term of theirs is over.
        var later = new ApplicationService.ApplicationServiceClient(fixture.On(new(2020, 9, 30), "370124", Roles.Loans));
        var overdue = (await later.ListOverdueStepsAsync(new())).Steps;

        overdue.Select(one => (one.ApplicationId, one.Party, one.PartnerId, one.RefusalNotice)).ShouldBe(
        [
            (office.ApplicationId, ApplicationParty.Office, "", false),
            (guarantor.ApplicationId, ApplicationParty.Guarantor, scene.GuarantorId, false),
            (bank.ApplicationId, ApplicationParty.Bank, scene.BankId, false),
            (contracted.ApplicationId, ApplicationParty.Bank, scene.BankId, false),
            (refused.ApplicationId, ApplicationParty.Office, "", true),
        ], ignoreOrder: true);
        (await later.ListOverdueStepsAsync(new() { Party = ApplicationParty.Bank })).Steps.Count.ShouldBe(2);
        (await scene.Office.ListOverdueStepsAsync(new())).Steps.ShouldBeEmpty();
        (await later.GetApplicationAsync(new() { ApplicationId = paid.ApplicationId })).Application.At.ShouldBe(ApplicationParty.Unspecified);
    }

    [Fact]
    public async Task The_bank_s_term_is_extended_for_a_mortgage_or_a_counter_guarantee_only()
    {
        var scene = await ApplicationScene.AtAsync(fixture, "370126");
        var application = await scene.UpToAsync(ApplicationState.Guaranteed);
        var extension = new ExtendBankStepRequest
        {
            RequestId = ApplicationScene.NewId(), ApplicationId = application.ApplicationId, Due = new DateOnly(2020, 9, 15).ToContract(), Handling = ApplicationScene.By(),
        };
        (await ApplicationScene.RefusedAsync(async () => await scene.Bank.ExtendBankStepAsync(extension))).ShouldBe((StatusCode.FailedPrecondition, "NO_GROUND_TO_EXTEND"));

        extension.Mortgage = true;
        (await scene.Bank.ExtendBankStepAsync(extension)).Application.Due.ShouldBe(extension.Due);
        extension.RequestId = ApplicationScene.NewId();
        (await FieldsAsync(async () => await scene.Bank.ExtendBankStepAsync(extension))).ShouldBe(["due"]);
    }

    private static Borrower WithoutBusiness()
    {
        var borrower = ApplicationScene.Graduate();
        borrower.HasBusiness = false;
        return borrower;
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument, error.Reason());
        return error.Fields();
    }
}
