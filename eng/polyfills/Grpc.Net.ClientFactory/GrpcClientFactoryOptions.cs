using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>How the clients of one name are made.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>The address called.</summary>
    public Uri? Address { get; set; }

    /// <summary>Changes to the options of the channel.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>Changes to the options of each call.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    /// <summary>Interceptors shared by all clients of the name; they come after the registered ones.</summary>
    public IList<Interceptor> Interceptors { get; } = [];

    /// <summary>Interceptors made once a channel or once a client; the first one comes first.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Makes the client, where its constructor is not to be used.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }

    internal bool HasCallCredentials { get; set; }
}

/// <summary>How long an interceptor lives.</summary>
public enum InterceptorScope
{
    /// <summary>One instance a channel, shared by the clients.</summary>
    Channel,

    /// <summary>One instance a client, with the services of the client's scope.</summary>
    Client,
}

/// <summary>An interceptor to be made.</summary>
public class InterceptorRegistration
{
    /// <summary>Creates the registration.</summary>
    public InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
    {
        ArgumentNullException.ThrowIfNull(creator);
        Scope = scope;
        Creator = creator;
    }

    /// <summary>How long the interceptor lives.</summary>
    public InterceptorScope Scope { get; }

    /// <summary>Makes the interceptor.</summary>
    public Func<IServiceProvider, Interceptor> Creator { get; }
}

/// <summary>The options of a call that is being configured.</summary>
public sealed class CallOptionsContext
{
    internal CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider)
    {
        CallOptions = callOptions;
        ServiceProvider = serviceProvider;
    }

    /// <summary>The options; assign to change them.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>The services of the scope that the client was made in.</summary>
    public IServiceProvider ServiceProvider { get; }
}
