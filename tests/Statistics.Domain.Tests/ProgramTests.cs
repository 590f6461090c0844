namespace Wenye.Statistics.Domain.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Every_parameter_bears_the_name_of_the_service() =>
        StatisticsParameters.Shipped.Names.Where(name => !name.StartsWith("statistics.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_program_bears_the_name_of_the_service_and_no_two_the_same()
    {
        var names = StatisticsPrograms.All.Select(program => program.Name).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.StartsWith("statistics.", StringComparison.Ordinal));
    }
}
