using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Loans.Data;

namespace Wenye.Loans.Host.Tests;

/// <summary>The host stands on its own database.</summary>
public sealed class HostTests(LoansFixture fixture)
{
    [Fact]
    public async Task The_migrations_make_every_table_of_the_model()
    {
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<LoansDbContext>();
        database.Database.HasPendingModelChanges().ShouldBeFalse();
        (await database.Partners.CountAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThanOrEqualTo(0);
    }
}
