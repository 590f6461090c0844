namespace Wenye.WelfarePosts.Domain.Tests;

public sealed class ProgramTests
{
    [Fact]
    public void Every_parameter_bears_the_name_of_the_service() =>
        WelfarePostsParameters.Shipped.Names.Where(name => !name.StartsWith("welfare_posts.", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_program_bears_the_name_of_the_service_and_no_two_the_same()
    {
        var names = WelfarePostsPrograms.All.Select(program => program.Name).ToList();
        names.ShouldBeUnique();
        names.ShouldAllBe(name => name.StartsWith("welfare_posts.", StringComparison.Ordinal));
    }
}
