using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Wenye.ServerProcesses;

namespace Testcontainers.RabbitMq;

public sealed class RabbitMqBuilder : ContainerBuilder<RabbitMqBuilder, RabbitMqContainer>
{
    public const ushort RabbitMqPort = 5672;

    public RabbitMqBuilder(string image) : this(new ContainerConfiguration(image, "rabbitmq", "rabbitmq", ""))
    {
    }

    private RabbitMqBuilder(ContainerConfiguration configuration) : base(configuration)
    {
    }

    public RabbitMqBuilder WithUsername(string username) => Clone(Configuration with { Username = username });

    public RabbitMqBuilder WithPassword(string password) => Clone(Configuration with { Password = password });

    public override RabbitMqContainer Build() => new(Configuration);

    protected override RabbitMqBuilder Clone(ContainerConfiguration configuration) => new(configuration);
}

public sealed class RabbitMqContainer : DockerContainer
{
    private const int ManagementPort = 15672;
    private readonly ContainerConfiguration _configuration;
    private RabbitMqServer? _server;

    internal RabbitMqContainer(ContainerConfiguration configuration) => _configuration = configuration;

    private RabbitMqServer Running => _server ?? throw new InvalidOperationException("The container has not been started");

    public override string GetConnectionString() => Running.ConnectionString;

    public override ushort GetMappedPublicPort(int containerPort) =>
        (ushort)(containerPort == ManagementPort ? Running.ManagementPort : Running.Port);

    protected override Server Create(ProcessRun run) =>
        _server = new RabbitMqServer(run, "rabbitmq", _configuration.Username, _configuration.Password!,
            management: _configuration.Image.Contains("-management", StringComparison.Ordinal));
}
