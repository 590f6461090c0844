using System.Reflection;
using Wenye.Cases;
using Wenye.Policy;

namespace Wenye.Architecture.Tests;

/// <summary>Which parameters a program uses is observed from the cases of its domain: hardly any may stay unseen.</summary>
public sealed class ProgramParametersTests
{
    // Some rules have no part in a decision: the host reads them, as who may pay a subsidy.
    private const decimal SeenAtLeast = 0.9m;

    public static TheoryData<string> Domains => [.. CaseRunner.Domains.Select(domain => domain.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Domains))]
    public void Nearly_every_parameter_is_known_of_a_program(string name)
    {
        var domain = Assembly.Load(name);
        var programs = CaseRunner.Programs.Values.Where(program => program.Domain == domain).ToList();

        var known = ProgramParameters.Observe(programs).Values.SelectMany(read => read).ToHashSet();

        var all = ParameterSet.Load(domain).Names.ToList();
        all.Where(known.Contains).Count().ShouldBeGreaterThanOrEqualTo((int)(SeenAtLeast * all.Count), string.Join(' ', all.Where(parameter => !known.Contains(parameter))));
    }

    [Fact]
    public void A_program_is_known_with_its_own_parameters_and_no_others()
    {
        var known = ProgramParameters.Observe([.. CaseRunner.Programs.Values.Where(program => program.Name.StartsWith("loans.", StringComparison.Ordinal))]);

        known["loans.rate"].ShouldContain("loans.personal_rate_bp");
        known["loans.rate"].ShouldNotContain("loans.counter_guarantee_free_amount");
    }
}
