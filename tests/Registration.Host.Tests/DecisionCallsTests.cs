using Grpc.Core;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain;
using Wenye.ServiceDefaults;
using Wenye.Testing;

namespace Wenye.Registration.Host.Tests;

/// <summary>The policy of registration is asked over the wire, over facts that the caller gives.</summary>
public sealed class DecisionCallsTests(RegistrationFixture fixture)
{
    private DecisionService.DecisionServiceClient Client(string role) => new(fixture.Service.Calls(fixture.Issuer.Token("labour-office", "370300", role)));

    [Fact]
    public async Task Somebody_who_is_not_of_age_is_told_by_which_clause()
    {
        var answer = (await Client(Roles.Reviewer).DecideAsync(new DecideRequest
        {
            Program = "registration.eligibility", Region = "370303", AsOf = new() { Year = 2020, Month = 6, Day = 1 }, FactsJson = """{"birth_date":"2005-06-02"}""",
        })).Decision;

        answer.Outcome.ShouldBe(Outcome.Refused);
        answer.Findings.ShouldContain(finding => finding.Answer == Answer.NotMet && finding.Clause.Document == "鲁人社字〔2020〕39号" && finding.Clause.Item == "一(一)");
    }

    [Fact]
    public async Task The_later_document_is_in_force_and_what_it_displaced_stands_beside_it()
    {
        var parameters = (await Client(Roles.Public).ListParametersAsync(new ListParametersRequest
        {
            Program = "registration.deadline", Region = "370100", AsOf = new() { Year = 2020, Month = 9, Day = 1 },
        })).Parameters;

        var days = parameters.Single(parameter => parameter.Name == "registration.review_working_days");
        days.InForce.Value.ShouldBe("3");
        days.Displaced.Select(one => (one.Value.Value, one.Value.Clause.Document, one.By))
            .ShouldContain(("7", "鲁人社字〔2020〕39号", Displacement.LaterDocument));
    }

    [Fact]
    public async Task Every_program_is_listed_and_who_may_not_try_them_is_refused()
    {
        (await Client(Roles.Caseworker).ListProgramsAsync(new ListProgramsRequest())).Programs.Select(program => program.Name)
            .ShouldBe(RegistrationPrograms.All.Select(program => program.Name));
        (await Should.ThrowAsync<RpcException>(async () => await Client(Roles.Payer).ListProgramsAsync(new ListProgramsRequest())))
            .StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }
}
