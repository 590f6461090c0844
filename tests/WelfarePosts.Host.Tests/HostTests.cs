using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Host.Tests;

/// <summary>The host stands on its own database.</summary>
public sealed class HostTests(WelfarePostsFixture fixture)
{
    [Fact]
    public async Task The_migrations_make_every_table_of_the_model()
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<WelfarePostsDbContext>();
        database.Database.HasPendingModelChanges().ShouldBeFalse();
        (await database.Placements.CountAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThanOrEqualTo(0);
    }
}
