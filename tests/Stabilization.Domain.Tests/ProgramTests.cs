namespace Wenye.Stabilization.Domain.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Every_parameter_bears_the_name_of_the_service_or_of_its_references() =>
        StabilizationParameters.Shipped.Names
            .Where(name => !name.StartsWith("stabilization.", StringComparison.Ordinal) && !name.StartsWith("reference.", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
