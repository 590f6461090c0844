using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Policy;
using Wenye.Registration.Data;
using Wenye.Registration.Domain;

namespace Wenye.Registration.Host.Tests;

/// <summary>A decision stored with a case gives the same bytes again: same facts, same parameters.</summary>
public sealed class ReplayTests(RegistrationFixture fixture)
{
    [Fact]
    public async Task Stored_decisions_replay_to_the_same_bytes()
    {
        var intake = fixture.Agency("370102", "intake");
        var reviewer = fixture.Agency("370102", "reviewer");
        var id = (await intake.Client.SubmitApplicationAsync(Applications.Submit())).Application.ApplicationId;
        await reviewer.Client.StartReviewAsync(Applications.StartReview(id));
        await reviewer.Client.ReviewApplicationAsync(Applications.Approve(id));

        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<RegistrationDbContext>();
        var application = await database.Applications.AsNoTracking()
            .SingleAsync(a => a.Id == Guid.Parse(id), TestContext.Current.CancellationToken);

        string[] stored = [application.EligibilityDecision.Open(), application.DeadlineDecision, application.ReviewDecision!];
        foreach (var decision in stored)
        {
            Replay.Run(Encoding.UTF8.GetBytes(decision), RegistrationPrograms.All, RegistrationParameters.Shipped, out _)
                .ShouldBe(ReplayResult.Same);
        }
    }
}
