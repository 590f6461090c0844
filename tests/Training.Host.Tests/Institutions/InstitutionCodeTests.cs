using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Training.Host.Tests.Institutions;

/// <summary>Codes of institutions (培训主体代码, 48号 附件2二(三)): each place its own, none twice, none again.</summary>
public sealed class InstitutionCodeTests(TrainingFixture fixture)
{
    [Fact]
    public async Task Each_place_counts_for_itself_and_goes_on_after_a_code_that_was_asked_for()
    {
        var (county, city) = (new InstitutionOffice(fixture, "370302"), new InstitutionOffice(fixture, "370300"));

        (await county.FileAsync()).Code.ShouldBe("0001");
        (await county.FileAsync()).Code.ShouldBe("0002");
        (await city.FileAsync()).Code.ShouldBe("0001");
        (await county.FileAsync(code: "0500")).Code.ShouldBe("0500");
        (await county.FileAsync()).Code.ShouldBe("0501");
    }

    [Fact]
    public async Task Fifty_filed_at_one_place_at_one_moment_have_fifty_codes()
    {
        var office = new InstitutionOffice(fixture, "370303");

        var filed = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => office.FileAsync()));

        filed.Select(one => one.Code).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, 50).Select(code => $"{code:0000}"));
        (await fixture.ReadAsync<long>("select count(*) from institution_code where division = '370303' and abolished_on is null")).ShouldBe(50);
    }

    [Fact]
    public async Task A_repeat_has_the_first_answer_also_at_the_same_moment_and_other_content_is_refused()
    {
        var office = new InstitutionOffice(fixture, "370323");
        var filing = office.Filing();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await office.Calls.FileInstitutionAsync(filing)));

        answers.Distinct().ShouldHaveSingleItem();
        (await fixture.ReadAsync<long>("select count(*) from institution_code where division = '370323'")).ShouldBe(1);
        filing.Name = "虚构的另一所学校";
        (await RefusedAsync(async () => await office.Calls.FileInstitutionAsync(filing))).ShouldBe((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"));
    }

    [Fact]
    public async Task Who_is_withdrawn_leaves_a_code_that_nobody_has_again_not_even_they()
    {
        var office = new InstitutionOffice(fixture, "370305");
        var filing = office.Filing();
        var filed = (await office.Calls.FileInstitutionAsync(filing)).Institution;

        var withdrawal = InstitutionOffice.Withdrawal(filed.InstitutionId);
        var withdrawn = await office.Calls.WithdrawInstitutionAsync(withdrawal);

        withdrawn.Institution.State.ShouldBe(InstitutionState.Withdrawn);
        withdrawn.Institution.WithdrawnOn.ShouldBe(TrainingFixture.Today.ToContract());
        withdrawn.Institution.WithdrawnBecause.ShouldBe(withdrawal.Reason);
        (await office.Calls.WithdrawInstitutionAsync(withdrawal)).ShouldBe(withdrawn);
        var listed = (await office.Calls.ListAbolishedCodesAsync(new() { Division = "370305" })).Codes.ShouldHaveSingleItem();
        (listed.Code, listed.FormerName, listed.AbolishedOn).ShouldBe(("0001", filing.Name, TrainingFixture.Today.ToContract()));
        (await RefusedAsync(() => office.FileAsync(code: "0001"))).ShouldBe((StatusCode.FailedPrecondition, "CODE_ABOLISHED"));
        (await RefusedAsync(() => office.WithdrawAsync(filed.InstitutionId))).ShouldBe((StatusCode.FailedPrecondition, "INSTITUTION_WITHDRAWN"));

        filing.RequestId = InstitutionOffice.NewId();
        (await office.Calls.FileInstitutionAsync(filing)).Institution.Code.ShouldBe("0002");
    }

    [Fact]
    public async Task A_code_that_an_earlier_system_gave_is_not_given_here()
    {
        var office = new InstitutionOffice(fixture, "370306");
        var abolition = office.Abolition("0007");

        var abolished = await office.Calls.AbolishCodeAsync(abolition);

        abolished.Code.FormerName.ShouldBe(abolition.FormerName);
        (await office.Calls.AbolishCodeAsync(abolition)).ShouldBe(abolished);
        (await RefusedAsync(() => office.FileAsync(code: "0007"))).ShouldBe((StatusCode.FailedPrecondition, "CODE_ABOLISHED"));
        (await RefusedAsync(async () => await office.Calls.AbolishCodeAsync(office.Abolition("0007")))).ShouldBe((StatusCode.FailedPrecondition, "CODE_ABOLISHED"));
        var filed = await office.FileAsync();
        filed.Code.ShouldBe("0008");
        (await RefusedAsync(async () => await office.Calls.AbolishCodeAsync(office.Abolition("0008")))).ShouldBe((StatusCode.FailedPrecondition, "CODE_IN_USE"));
        (await RefusedAsync(() => office.FileAsync(code: "0008"))).ShouldBe((StatusCode.FailedPrecondition, "CODE_TAKEN"));
    }

    [Fact]
    public async Task After_the_last_code_the_lowest_that_nobody_had_is_given_and_then_none()
    {
        var office = new InstitutionOffice(fixture, "370321");
        await fixture.ReadAsync<long>(
            "with given as (insert into institution_code (division, code, name, abolished_on) "
            + "select '370321', n, '虚构', '2019-12-31' from generate_series(1, 9999) n where n <> 4321 returning 1) select count(*) from given");

        (await office.FileAsync()).Code.ShouldBe("4321");

        (await RefusedAsync(() => office.FileAsync())).ShouldBe((StatusCode.FailedPrecondition, "CODES_EXHAUSTED"));
    }

    [Fact]
    public async Task An_institution_is_filed_once_at_a_place_as_what_it_is()
    {
        var office = new InstitutionOffice(fixture, "370322");
        var filing = office.Filing(InstitutionKind.Firm);
        await office.Calls.FileInstitutionAsync(filing);

        filing.RequestId = InstitutionOffice.NewId();
        (await RefusedAsync(async () => await office.Calls.FileInstitutionAsync(filing))).ShouldBe((StatusCode.FailedPrecondition, "ALREADY_FILED"));
        filing.Kind = InstitutionKind.EvaluationBody;
        (await office.Calls.FileInstitutionAsync(filing)).Institution.Code.ShouldBe("0002");
        (await fixture.ReadAsync<long>("select count(*) from institution where division = '370322'")).ShouldBe(2);
    }

    private static async Task<(StatusCode, string)> RefusedAsync(Func<Task> call)
    {
        var error = await Should.ThrowAsync<RpcException>(call);
        return (error.StatusCode, error.Reason());
    }
}
