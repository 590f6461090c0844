using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Host.Tests.NewEmployment;
using Wenye.Testing;

namespace Wenye.Statistics.Host.Tests.Verification;

/// <summary>What tests of verification do besides those of figures: mark, verify, wait for the figure.</summary>
public abstract class VerificationTestBase(StatisticsFixture fixture) : NewEmploymentTestBase(fixture)
{
    private protected static readonly DateOnly September = new(2020, 9, 10);

    private protected static Handling Officer => new() { Operator = "核查员甲" };

    private protected VerificationService.VerificationServiceClient Verifier(string division, params string[] roles) =>
        new(Fixture.Service.Calls(Fixture.Issuer.Token("statistics-office", division, [.. roles.DefaultIfEmpty(Roles.Verifier)])));

    private protected async Task ImportAsync(string division, string id, params EmploymentFactRow[] rows)
    {
        using var call = Client(division, Roles.Statistician, Roles.Province).ImportEmploymentFacts();
        (await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { ImportId = id } });
            await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { rows.Select((row, index) => { row.Row = index + 1; return row; }) } } });
        })).Rejected.ShouldBe(0);
    }

    private protected static EmploymentFactRow Insured(Guid person, DateOnly begins, DateOnly? ends, string employer) => new()
    {
        Spell = new() { PersonId = person.ToString(), Kind = SpellKind.Insured, Begins = begins.ToContract(), Ends = ends?.ToContract(), EmployerCode = employer },
    };

    private protected async Task<long> CountedAsync(string division, string period = "2020-09") =>
        (await FiguresAsync(division, period, period)).SingleOrDefault()?.NewWorkers ?? 0;

    private protected Task CountsAsync(string division, long expected, string period = "2020-09") =>
        Eventually.IsTrueAsync(async () => await CountedAsync(division, period) == expected);
}
