using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Wenye.ServerProcesses;

namespace Testcontainers.Redis;

public sealed class RedisBuilder : ContainerBuilder<RedisBuilder, RedisContainer>
{
    public const ushort RedisPort = 6379;

    public RedisBuilder(string image) : this(new ContainerConfiguration(image, "", null, ""))
    {
    }

    private RedisBuilder(ContainerConfiguration configuration) : base(configuration)
    {
    }

    public RedisBuilder WithPassword(string password) => Clone(Configuration with { Password = password });

    public override RedisContainer Build() => new(Configuration);

    protected override RedisBuilder Clone(ContainerConfiguration configuration) => new(configuration);
}

public sealed class RedisContainer : DockerContainer
{
    private readonly ContainerConfiguration _configuration;
    private RedisServer? _server;

    internal RedisContainer(ContainerConfiguration configuration) => _configuration = configuration;

    private RedisServer Running => _server ?? throw new InvalidOperationException("The container has not been started");

    public override string GetConnectionString() => Running.ConnectionString;

    public override ushort GetMappedPublicPort(int containerPort) => (ushort)Running.Port;

    protected override Server Create(ProcessRun run) => _server = new RedisServer(run, "redis", _configuration.Password);
}
