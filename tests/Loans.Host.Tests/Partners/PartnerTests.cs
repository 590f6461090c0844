using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Loans.Features;
using Wenye.ServiceDefaults;

namespace Wenye.Loans.Host.Tests.Partners;

/// <summary>Banks and guarantors are entered, listed and withdrawn by the offices of their place (经办机构).</summary>
public sealed class PartnerTests(LoansFixture fixture)
{
    [Fact]
    public async Task A_bank_is_entered_once_also_by_eight_calls_at_the_same_moment()
    {
        var office = new PartnerOffice(fixture, "370302");
        var registration = office.Registration();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await office.Calls.RegisterPartnerAsync(registration)).Partner));

        var partner = answers.Distinct().ShouldHaveSingleItem();
        partner.ShouldBe(new Partner(registration.Partner) { PartnerId = partner.PartnerId });
        registration.Partner.Name = "虚构的另一家银行";
        (await RefusedAsync(async () => await office.Calls.RegisterPartnerAsync(registration))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
        registration.RequestId = PartnerOffice.NewId();
        (await RefusedAsync(async () => await office.Calls.RegisterPartnerAsync(registration))).ShouldBe((StatusCode.FailedPrecondition, "AGENCY_TAKEN"));
    }

    [Fact]
    public async Task Everything_wrong_is_told_by_field_and_nothing_repeated()
    {
        var office = new PartnerOffice(fixture, "370303");
        var registration = new RegisterPartnerRequest
        {
            RequestId = "r",
            Partner = new Partner
            {
                PartnerId = "1", CreditCode = "91370102000000000X", Division = "379999", BankAccount = "账号 1", BankName = new string('行', 101),
                WithdrawnOn = LoansFixture.Today.ToContract(), Agency = new string('a', 65),
            },
            Handling = new Handling { Operator = "虚构 经办", OfficeId = "1" },
        };

        var error = await Should.ThrowAsync<RpcException>(async () => await office.Calls.RegisterPartnerAsync(registration));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(
            ["partner_id", "withdrawn_on", "kind", "name", "agency", "bank_name", "credit_code", "bank_account", "division", "AAE011", "office_id"]);
        error.Violations().ShouldAllBe(fault => !fault.Description.Contains(registration.Partner.CreditCode));
        (await FieldsAsync(async () => await office.Calls.RegisterPartnerAsync(new()))).ShouldBe(["kind", "name", "agency", "credit_code", "division"]);
        (await FieldsAsync(async () => await office.Calls.WithdrawPartnerAsync(new() { RequestId = "r", PartnerId = "x" }))).ShouldBe(["partner_id", "AAE011"]);
        (await FieldsAsync(async () => await office.Calls.ListPartnersAsync(new() { Division = "1", Kind = (PartnerKind)9, PageSize = 1001, PageToken = "x" })))
            .ShouldBe(["division", "kind", "page_size", "page_token"]);
        var nameless = office.Registration();
        nameless.RequestId = "";
        (await FieldsAsync(async () => await office.Calls.RegisterPartnerAsync(nameless))).ShouldBe(["request_id"]);
    }

    [Fact]
    public async Task Who_is_withdrawn_stays_listed_with_the_day()
    {
        var office = new PartnerOffice(fixture, "370304");
        var partner = await office.RegisterAsync();
        var withdrawal = PartnerOffice.Withdrawal(partner.PartnerId);

        var withdrawn = (await office.Calls.WithdrawPartnerAsync(withdrawal)).Partner;

        withdrawn.WithdrawnOn.ShouldBe(LoansFixture.Today.ToContract());
        (await office.Calls.WithdrawPartnerAsync(withdrawal)).Partner.ShouldBe(withdrawn);
        (await office.Calls.ListPartnersAsync(new())).Partners.ShouldHaveSingleItem().ShouldBe(withdrawn);
        (await RefusedAsync(async () => await office.Calls.WithdrawPartnerAsync(PartnerOffice.Withdrawal(partner.PartnerId))))
            .ShouldBe((StatusCode.FailedPrecondition, "PARTNER_WITHDRAWN"));
        (await RefusedAsync(async () => await office.Calls.WithdrawPartnerAsync(PartnerOffice.Withdrawal(PartnerOffice.NewId()))))
            .ShouldBe((StatusCode.NotFound, "PARTNER_NOT_FOUND"));
    }

    [Fact]
    public async Task The_list_of_a_place_has_those_at_it_above_it_and_below_it_by_name()
    {
        var (city, county, other) =
            (new PartnerOffice(fixture, "420100"), new PartnerOffice(fixture, "420102"), new PartnerOffice(fixture, "420103"));
        await city.RegisterAsync(name: "丙");
        await county.RegisterAsync(PartnerKind.Guarantor, name: "甲");
        await county.RegisterAsync(name: "乙");
        await other.RegisterAsync(name: "丁");

        var listed = new List<string>();
        var request = new ListPartnersRequest { Division = "420100", PageSize = 3 };
        do
        {
            var page = await city.Calls.ListPartnersAsync(request);
            listed.AddRange(page.Partners.Select(one => one.Name));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.ShouldBe(["甲", "乙", "丙", "丁"], ignoreOrder: true);
        listed.ShouldBe(listed.Order(StringComparer.Ordinal));
        (await NamesAsync(new() { Division = "420102" })).ShouldBe(["甲", "乙", "丙"], ignoreOrder: true);
        (await NamesAsync(new() { Division = "420102", Kind = PartnerKind.Guarantor })).ShouldBe(["甲"]);

        async Task<IEnumerable<string>> NamesAsync(ListPartnersRequest asked) => (await city.Calls.ListPartnersAsync(asked)).Partners.Select(one => one.Name);
    }

    [Fact]
    public async Task Another_division_and_a_role_that_may_not_are_refused()
    {
        var (own, stranger) = (new PartnerOffice(fixture, "370305"), new PartnerOffice(fixture, "370700"));
        var partner = await own.RegisterAsync();
        Func<Task>[] denied =
        [
            async () => await stranger.Calls.RegisterPartnerAsync(own.Registration()),
            async () => await stranger.Calls.WithdrawPartnerAsync(PartnerOffice.Withdrawal(partner.PartnerId)),
            async () => await stranger.Calls.ListPartnersAsync(new() { Division = "370305" }),
            () => new PartnerOffice(fixture, "370305", Roles.Loans).RegisterAsync(),
            () => new PartnerOffice(fixture, "370305", Roles.LoanBank).RegisterAsync(),
            async () => await new PartnerOffice(fixture, "370305", Roles.Payer).Calls.ListPartnersAsync(new()),
        ];
        foreach (var call in denied)
        {
            (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        }

        (await fixture.ReadAsync<long>("select count(*) from partner where division = '370305'")).ShouldBe(1);
    }

    [Fact]
    public async Task An_account_is_encrypted_at_rest_and_whole_only_for_those_who_handle_loans_and_for_itself()
    {
        var partner = await new PartnerOffice(fixture, "370306").RegisterAsync(agency: "bank-of-370306");

        (await SeenAsync(fixture.Calls("370306", Roles.LoanPortal))).ShouldBe("****************4321");
        (await SeenAsync(fixture.Calls("370306", Roles.Loans))).ShouldBe(partner.BankAccount);
        (await SeenAsync(fixture.Service.Calls(fixture.Issuer.Token("bank-of-370306", "370306", Roles.LoanBank)))).ShouldBe(partner.BankAccount);
        (await fixture.ReadAsync<string>("select bank_account::text from partner where id = $1", Guid.Parse(partner.PartnerId))).ShouldNotContain("4321");

        static async Task<string> SeenAsync(CallInvoker calls) =>
            (await new PartnerService.PartnerServiceClient(calls).ListPartnersAsync(new())).Partners.ShouldHaveSingleItem().BankAccount;
    }

    [Fact]
    public async Task The_partner_that_calls_is_found_by_its_agency_and_kind()
    {
        var partner = await new PartnerOffice(fixture, "370321").RegisterAsync(agency: "bank-of-370321");
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var calling = scope.ServiceProvider.GetRequiredService<CallingPartner>();
        var bank = new Caller("bank-of-370321", "370321", new HashSet<string> { Roles.LoanBank });
        var cancellation = TestContext.Current.CancellationToken;

        (await calling.FindAsync(bank, cancellation))!.Id.ToString().ShouldBe(partner.PartnerId);
        (await calling.FindAsync(bank with { Roles = new HashSet<string> { Roles.Loans } }, cancellation)).ShouldBeNull();
        (await Should.ThrowAsync<RpcException>(() => calling.DemandAsync(PartnerKind.Guarantor, bank, cancellation))).Reason().ShouldBe("NOT_A_PARTNER");
        (await Should.ThrowAsync<RpcException>(() => calling.FindAsync(bank with { Agency = "another" }, cancellation))).Reason().ShouldBe("NOT_A_PARTNER");
    }

    private static async Task<(StatusCode, string)> RefusedAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        return (error.StatusCode, error.Reason());
    }

    private static async Task<IEnumerable<string>> FieldsAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }
}
