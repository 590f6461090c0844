using Grpc.Core;
using Wenye.Contracts.Registration.V1;

namespace Wenye.Registration.Host.Tests.Employments;

/// <summary>A person's and an employer's employments, a page at a time, as far as the caller may see them.</summary>
public sealed class EmploymentSearchTests(RegistrationFixture fixture)
{
    private readonly EmploymentOffice office = new(fixture);

    [Fact]
    public async Task A_persons_employments_come_latest_first_with_the_ended_ones()
    {
        var person = Applications.NewPerson();
        var first = await office.EmployAsync(EmploymentOffice.Request(person));
        await office.EndAsync(first.EmploymentId);
        var second = await office.EmployAsync(EmploymentOffice.Request(person, EmploymentManner.Flexible));

        var found = await office.Employments.SearchEmploymentsAsync(new SearchEmploymentsRequest { Identity = EmploymentOffice.Identity(person) });

        found.Employments.Select(employment => employment.EmploymentId).ShouldBe([second.EmploymentId, first.EmploymentId]);
        found.Employments.Select(employment => employment.EndedOn is not null).ShouldBe([false, true]);
        found.NextPageToken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_employers_employments_are_paged_and_another_division_sees_none_of_them()
    {
        const string employer = "521305060000000195";
        var hired = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            var request = EmploymentOffice.Request(Applications.NewPerson());
            request.Form.EmployerCode = employer;
            hired.Insert(0, (await office.EmployAsync(request)).EmploymentId);
        }

        var ask = new SearchEmploymentsRequest { EmployerCode = employer, PageSize = 2 };
        var page = await office.Employments.SearchEmploymentsAsync(ask);
        ask.PageToken = page.NextPageToken;
        var last = await office.Employments.SearchEmploymentsAsync(ask);

        page.Employments.Concat(last.Employments).Select(employment => employment.EmploymentId).ShouldBe(hired);
        last.NextPageToken.ShouldBeEmpty();
        var elsewhere = new EmploymentOffice(fixture, "370303");
        (await elsewhere.Employments.SearchEmploymentsAsync(new SearchEmploymentsRequest { EmployerCode = employer })).Employments.ShouldBeEmpty();
        (await new EmploymentOffice(fixture, "370100").Employments.SearchEmploymentsAsync(new SearchEmploymentsRequest { EmployerCode = employer }))
            .Employments.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_question_names_a_person_or_an_employer_and_every_fault_is_told()
    {
        var error = await Should.ThrowAsync<RpcException>(async () => await office.Employments.SearchEmploymentsAsync(
            new SearchEmploymentsRequest { PageSize = 201, PageToken = "mine" }));
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Fields().ShouldBe(["employer_code", "page_size", "page_token"]);

        var both = await Should.ThrowAsync<RpcException>(async () => await office.Employments.SearchEmploymentsAsync(
            new SearchEmploymentsRequest { Identity = new PersonIdentity { IdDocumentType = "01" }, EmployerCode = EmploymentOffice.EmployerCode }));
        both.Fields().ShouldBe(["employer_code"]);
    }
}
