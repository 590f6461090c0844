using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Data;
using Wenye.Registration.Features.Employments;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Host.Tests.Employments;

/// <summary>What an employment shows to a role that may not see personal data. None of today's roles reads employments without: so the answer itself.</summary>
public sealed class EmploymentMaskTests(RegistrationFixture fixture)
{
    [Theory]
    [InlineData(EmploymentManner.Unit, "虚构单位")]
    [InlineData(EmploymentManner.Flexible, "")]
    public async Task Name_document_phone_and_day_of_birth_are_masked_and_an_employer_that_may_be_the_person(EmploymentManner manner, string employer)
    {
        var person = Applications.NewPerson();
        var id = (await new EmploymentOffice(fixture).EmployAsync(EmploymentOffice.Request(person, manner))).EmploymentId;
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<RegistrationDbContext>().Employments.SingleAsync(
            employment => employment.Id == Guid.Parse(id), TestContext.Current.CancellationToken);

        var shown = stored.AnswerTo(new Caller("agency", "370102", new HashSet<string>(StringComparer.Ordinal) { Roles.Intake })).Form;
        var seen = stored.AnswerTo(new Caller("agency", "370102", new HashSet<string>(StringComparer.Ordinal) { Roles.Caseworker })).Form;

        shown.Name.ShouldNotBe(person.Name);
        shown.Identity.IdDocumentNumber.ShouldContain("****");
        shown.MobilePhone.ShouldNotBe(person.Phone);
        shown.BirthDate.ShouldBeNull();
        shown.EmployerName.ShouldBe(employer);
        (seen.Name, seen.Identity.IdDocumentNumber, seen.MobilePhone).ShouldBe((person.Name, person.ResidentId, person.Phone));
    }
}
