using Grpc.Core;
using Wenye.Contracts.WelfarePosts.V1;

namespace Wenye.WelfarePosts.Host.Tests.Posts;

/// <summary>用人单位: by credit code, changes kept as steps, the account masked.</summary>
public sealed class EmployerTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task An_employer_is_registered_once_and_stated_anew_with_each_change_kept()
    {
        var office = new PostOffice(fixture, "370202");
        var first = office.Registration();
        var registered = (await PostOffice.SameAsync(async () => await office.Calls.RegisterEmployerAsync(first))).Employer;

        var change = office.Registration(first.Employer.CreditCode, "虚构街道办事处（更名）");
        change.Employer.BankAccount = "37010000000000009876";
        (await office.Calls.RegisterEmployerAsync(change)).Employer.EmployerId.ShouldBe(registered.EmployerId);

        var found = await office.Calls.GetEmployerAsync(new() { CreditCode = first.Employer.CreditCode });
        (found.Employer.Name, found.Employer.BankAccount).ShouldBe(("虚构街道办事处（更名）", "37010000000000009876"));
        found.Steps.Select(step => (step.State, step.Note)).ShouldBe(
        [
            ("Registered", "虚构备注"), ("Changed", "名称变更（原：虚构街道办事处）、账号变更（原：****************1234）：虚构备注"),
        ]);
        (await fixture.ReadAsync<string>($"select encode(bank_account, 'escape') from employer where id = '{registered.EmployerId}'")).ShouldNotContain("9876");
    }

    [Fact]
    public async Task A_service_hall_registers_an_employer_but_does_not_move_its_money()
    {
        var office = new PostOffice(fixture, "370203");
        var registration = office.Registration();
        (await office.Portal.RegisterEmployerAsync(registration)).Employer.BankAccount.ShouldBe("****************1234");

        var change = office.Registration(registration.Employer.CreditCode);
        (await Should.ThrowAsync<RpcException>(async () => await office.Portal.RegisterEmployerAsync(change))).Reason().ShouldBe("EMPLOYER_REGISTERED");
        (await office.Portal.GetEmployerAsync(new() { CreditCode = registration.Employer.CreditCode })).Steps.ShouldHaveSingleItem().Operator.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_citys_employers_are_known_to_its_counties_and_others_are_not()
    {
        var city = new PostOffice(fixture, "370200");
        var county = new PostOffice(fixture, "370211");
        var employer = await city.EmployerAsync();
        (await county.Calls.GetEmployerAsync(new() { EmployerId = employer })).Employer.BankAccount.ShouldBe("****************1234");

        var other = new PostOffice(fixture, "370302");
        (await Should.ThrowAsync<RpcException>(async () => await other.Calls.GetEmployerAsync(new() { EmployerId = employer }))).Reason().ShouldBe("OTHER_DIVISION");
        var theirs = other.Registration();
        (await Should.ThrowAsync<RpcException>(async () => await county.Calls.RegisterEmployerAsync(theirs))).Reason().ShouldBe("OTHER_DIVISION");
    }

    [Fact]
    public async Task What_is_asked_wrongly_is_told_with_every_field()
    {
        var office = new PostOffice(fixture, "370211");
        var wrong = new RegisterEmployerRequest { RequestId = "r", Employer = new() { EmployerId = "x", CreditCode = "1", Division = "379999", BankAccount = "账号" } };
        (await FieldsAsync(async () => await office.Calls.RegisterEmployerAsync(wrong))).ShouldBe(["employer_id", "name", "credit_code", "bank_account", "division"]);
        (await FieldsAsync(async () => await office.Calls.GetEmployerAsync(new()))).ShouldBe(["employer_id"]);
        var registration = office.Registration();
        registration.RequestId = "";
        (await FieldsAsync(async () => await office.Calls.RegisterEmployerAsync(registration))).ShouldBe(["request_id"]);
        (await Should.ThrowAsync<RpcException>(async () => await office.Reviewer.RegisterEmployerAsync(office.Registration()))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    internal static async Task<IEnumerable<string>> FieldsAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        return error.Fields();
    }
}
