namespace Wenye.Loans.Domain.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Every_parameter_bears_the_name_of_the_service() =>
        LoansParameters.Shipped.Names.Where(name => !name.StartsWith("loans.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_program_bears_the_name_of_the_service_and_no_two_the_same()
    {
        var names = LoansPrograms.All.Select(program => program.Name).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.StartsWith("loans.", StringComparison.Ordinal));
    }
}
