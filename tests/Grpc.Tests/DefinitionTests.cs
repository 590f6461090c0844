using Google.Type;
using Grpc.Core;

namespace Wenye.Rpc.Tests;

/// <summary>Marshallers, service definitions, credentials and the value types beside them.</summary>
public sealed class DefinitionTests
{
    [Fact]
    public void A_marshaller_over_contexts_works_over_arrays_too()
    {
        var marshaller = Marshallers.Create<string>(
            (text, context) => context.Complete(System.Text.Encoding.UTF8.GetBytes(text)),
            context => System.Text.Encoding.UTF8.GetString(context.PayloadAsNewBuffer()));

        marshaller.Deserializer(marshaller.Serializer("稳业")).ShouldBe("稳业");
    }

    [Fact]
    public void A_method_is_defined_once()
    {
        var method = new Method<string, string>(MethodType.Unary, "service", "Method", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        UnaryServerMethod<string, string> handler = (request, _) => Task.FromResult(request);

        method.FullName.ShouldBe("/service/Method");
        Should.Throw<ArgumentException>(() => ServerServiceDefinition.CreateBuilder().AddMethod(method, handler).AddMethod(method, handler));
    }

    [Fact]
    public void Call_credentials_are_composed_over_TLS_only()
    {
        var call = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        ChannelCredentials.Create(ChannelCredentials.SecureSsl, call).ShouldNotBeNull();
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, call));
        Should.Throw<ArgumentException>(() => CallCredentials.Compose(call));
    }

    [Fact]
    public void Options_are_copied_when_changed()
    {
        var options = new CallOptions();

        options.WithWaitForReady().IsWaitForReady.ShouldBeTrue();
        options.WithDeadline(DateTime.UnixEpoch).Deadline.ShouldBe(DateTime.UnixEpoch);
        (options.IsWaitForReady, options.Deadline).ShouldBe((false, null));
    }

    [Fact]
    public void Money_and_dates_convert()
    {
        new Money { DecimalValue = -1.25m }.ShouldBe(new Money { Units = -1, Nanos = -250_000_000 });
        new Money { Units = 3, Nanos = 10_000_000 }.DecimalValue.ShouldBe(3.01m);
        Date.FromDateTime(new System.DateTime(2024, 2, 29)).ToDateTime().ShouldBe(new System.DateTime(2024, 2, 29));
        Should.Throw<InvalidOperationException>(() => new Date { Year = 2024 }.ToDateTime());
    }
}
