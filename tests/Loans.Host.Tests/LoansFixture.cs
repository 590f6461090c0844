using MassTransit;
using Wenye.Loans.Data;
using Wenye.Loans.Host.Tests;
using Wenye.Testing;

[assembly: AssemblyFixture(typeof(LoansFixture))]

namespace Wenye.Loans.Host.Tests;

/// <summary>Loans' host and Registration's beside it; today is Tuesday 2020-09-01.</summary>
public sealed class LoansFixture() : AskingServiceFixture<LoansDbContext>("loans", Today, Parameters), IAsyncLifetime
{
    /// <summary>A Tuesday.</summary>
    public static readonly DateOnly Today = new(2020, 9, 1);

    // What 威海市 (3710) set and no other city.
    private const string Parameters = """
        - name: loans.guarantee_multiple_city
          values: [{region: "371000", from: 2020-01-01, value: 5, cite: {document: 样例市文件, item: 一}}]
        - name: loans.compensation_ceiling_city
          values: [{region: "371000", from: 2020-01-01, value: 0.2, cite: {document: 样例市文件, item: 二}}]
        - name: loans.fiscal_central_share_city
          values: [{region: "371000", from: 2020-01-01, value: 0.3, cite: {document: 样例市文件, item: 三}}]
        - name: loans.fiscal_province_share_city
          values: [{region: "371000", from: 2020-01-01, value: 0.3, cite: {document: 样例市文件, item: 三}}]
        """;

    /// <summary>As <see cref="Ring"/>.</summary>
    public static IReadOnlyDictionary<string, string> Keys { get; } = PersonalDataKeys.Fresh();

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Ring => Keys;

    /// <summary>Announces as another service does, each as a message of its own.</summary>
    public async Task PublishAsync(params object[] events)
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(Broker.Uri));
        await bus.StartAsync();
        foreach (var evt in events)
        {
            await bus.Publish(evt, evt.GetType(), context => context.MessageId = Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        }

        await bus.StopAsync(CancellationToken.None);
    }
}
