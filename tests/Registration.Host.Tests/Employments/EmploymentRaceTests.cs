using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Employments;

/// <summary>Calls about one person at the same moment: whichever order they take, the register is consistent.</summary>
public sealed class EmploymentRaceTests(RegistrationFixture fixture)
{
    private const int Rounds = 8;
    private readonly EmploymentOffice office = new(fixture);

    [Fact]
    public async Task Of_many_registrations_with_one_employer_at_once_one_wins()
    {
        var person = Applications.NewPerson();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(_ =>
            OutcomeAsync(office.Employments.RegisterEmploymentAsync(EmploymentOffice.Request(person)))));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.Count(status => status == StatusCode.FailedPrecondition).ShouldBe(Rounds - 1);
    }

    [Fact]
    public async Task One_request_sent_many_times_at_once_has_one_effect_and_one_answer()
    {
        var person = Applications.NewPerson();
        var registrationId = await office.RegisterUnemployedAsync(person);
        var request = EmploymentOffice.Request(person);

        var answers = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(async _ => await office.Employments.RegisterEmploymentAsync(request)));

        answers.Distinct().ShouldHaveSingleItem().EndedRegistration.RegistrationId.ShouldBe(registrationId);
    }

    [Fact]
    public async Task An_approval_and_an_employment_at_once_leave_nobody_both_unemployed_and_employed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var person = Applications.NewPerson();
            var application = (await office.Applications.SubmitApplicationAsync(Applications.Submit(Applications.Form(person)))).Application.ApplicationId;

            var approval = OutcomeAsync(office.Applications.ReviewApplicationAsync(Applications.Approve(application)));
            var employment = office.Employments.RegisterEmploymentAsync(EmploymentOffice.Request(person)).ResponseAsync;
            await Task.WhenAll(approval, employment);

            var registered = await employment;
            registered.Applied.ShouldBeTrue();
            (await fixture.ReadAsync<long>(
                "select count(*) from registration where person_id = $1 and cancelled_on is null", Guid.Parse(registered.Employment.PersonId))).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Of_two_ends_at_once_one_wins()
    {
        var employment = await office.EmployAsync(EmploymentOffice.Request(Applications.NewPerson()));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(_ =>
            OutcomeAsync(office.Employments.EndEmploymentAsync(EmploymentOffice.End(employment.EmploymentId)))));

        outcomes.Count(status => status == StatusCode.OK).ShouldBe(1);
        outcomes.ShouldAllBe(status => status == StatusCode.OK || status == StatusCode.FailedPrecondition || status == StatusCode.Aborted);
        (await fixture.ReadAsync<long>("select count(*) from employment_step where employment_id = $1", Guid.Parse(employment.EmploymentId))).ShouldBe(2);
    }

    private static async Task<StatusCode> OutcomeAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException error)
        {
            return error.StatusCode;
        }
    }
}
