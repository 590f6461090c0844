using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.ClientFactory;
using Microsoft.Extensions.DependencyInjection;

namespace Wenye.Rpc.Tests;

/// <summary>Clients made by the factory.</summary>
public sealed class ClientFactoryTests(EchoServer server)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_client_is_injected_and_a_named_one_is_asked_for()
    {
        await using var services = Services(collection =>
        {
            collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address);
            collection.AddGrpcClient<Echo.EchoClient>("named").ConfigureHttpClient(http =>
            {
                http.BaseAddress = server.Address;
                http.DefaultRequestHeaders.Add("X-Suffix", "+named");
            });
        });

        (await services.GetRequiredService<GrpcClientFactory>().CreateClient<Echo.EchoClient>(nameof(Echo.EchoClient)).SayAsync(new Words { Text = "a" }, cancellationToken: Ct)).Text.ShouldBe("a");
        (await services.GetRequiredService<GrpcClientFactory>().CreateClient<Echo.EchoClient>("named").SayAsync(new Words { Text = "a" }, cancellationToken: Ct)).Text.ShouldBe("a+named");
        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<GrpcClientFactory>().CreateClient<Echo.EchoClient>("unknown"));
    }

    [Fact]
    public void A_name_belongs_to_one_type()
    {
        var services = new ServiceCollection();
        services.AddGrpcClient<Echo.EchoClient>("taken");

        Should.Throw<InvalidOperationException>(() => services.AddGrpcClient<Grpc.Health.V1.Health.HealthClient>("taken"));
        Should.Throw<InvalidOperationException>(() => services.AddHttpClient("plain").AddInterceptor(() => new Counter()));
    }

    [Fact]
    public async Task A_client_without_an_address_says_so()
    {
        await using var services = Services(collection => collection.AddGrpcClient<Echo.EchoClient>());

        Should.Throw<InvalidOperationException>(() => services.GetRequiredService<Echo.EchoClient>()).Message.ShouldContain("address");
    }

    [Fact]
    public async Task Call_credentials_need_TLS_unless_the_channel_says_otherwise()
    {
        Func<AuthInterceptorContext, Metadata, Task> authorize = (context, metadata) =>
        {
            metadata.Add("authorization", $"+{context.MethodName}");
            return Task.CompletedTask;
        };
        await using var plain = Services(collection => collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address).AddCallCredentials(authorize));
        await using var allowed = Services(collection => collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address)
            .AddCallCredentials(authorize)
            .ConfigureChannel(channel => channel.UnsafeUseInsecureChannelCallCredentials = true));

        Should.Throw<InvalidOperationException>(() => plain.GetRequiredService<Echo.EchoClient>()).Message.ShouldContain("TLS");
        (await allowed.GetRequiredService<Echo.EchoClient>().SayAsync(new Words { Text = "a" }, cancellationToken: Ct)).Text.ShouldBe("a+Say");
    }

    [Fact]
    public async Task An_interceptor_lives_as_long_as_its_scope()
    {
        var perChannel = new Counter();
        var perClient = new Counter();
        await using var services = Services(collection => collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address)
            .AddInterceptor(perChannel.Make)
            .AddInterceptor(InterceptorScope.Client, perClient.Make));

        for (var i = 0; i < 3; i++)
        {
            await services.GetRequiredService<Echo.EchoClient>().SayAsync(new Words { Text = "a" }, cancellationToken: Ct);
        }

        (perChannel.Made, perClient.Made).ShouldBe((1, 3));
    }

    [Fact]
    public async Task A_creator_makes_the_client()
    {
        Echo.EchoClient? made = null;
        await using var services = Services(collection => collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address)
            .ConfigureGrpcClientCreator(invoker => made = new Echo.EchoClient(invoker)));

        services.GetRequiredService<Echo.EchoClient>().ShouldBeSameAs(made);
    }

    [Fact]
    public async Task A_relayed_call_takes_over_the_deadline()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(2);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var call = server.Client.RelayAsync(new Words { Text = "relay-deadline" }, deadline: deadline, cancellationToken: source.Token);

        var told = await server.Observed("relay-deadline").Started.WaitAsync(Ct);

        told.ShouldBe(deadline, TimeSpan.FromMinutes(1));
        await source.CancelAsync();
        await server.Observed("relay-deadline").Cancelled.WaitAsync(Ct);
    }

    [Fact]
    public async Task A_relayed_call_takes_over_cancellation()
    {
        var call = server.Client.RelayAsync(new Words { Text = "relay-cancel" }, cancellationToken: Ct);
        await server.Observed("relay-cancel").Started.WaitAsync(Ct);

        call.Dispose();

        await server.Observed("relay-cancel").Cancelled.WaitAsync(Ct);
    }

    [Fact]
    public async Task Propagation_outside_of_a_call_fails_unless_suppressed()
    {
        await using var strict = Services(collection => collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address).EnableCallContextPropagation());
        await using var lenient = Services(collection => collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = server.Address)
            .EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = true));

        Should.Throw<InvalidOperationException>(() => strict.GetRequiredService<Echo.EchoClient>().Say(new Words(), cancellationToken: Ct));
        lenient.GetRequiredService<Echo.EchoClient>().Say(new Words { Text = "a" }, cancellationToken: Ct).Text.ShouldBe("a");
    }

    private static ServiceProvider Services(Action<IServiceCollection> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        configure(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private sealed class Counter : Interceptor
    {
        public int Made { get; private set; }

        public Counter Make(IServiceProvider services)
        {
            Made++;
            return this;
        }
    }
}
