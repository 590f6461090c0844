using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using Wenye.ServerProcesses;

namespace Testcontainers.PostgreSql;

public sealed class PostgreSqlBuilder : ContainerBuilder<PostgreSqlBuilder, PostgreSqlContainer>
{
    public const ushort PostgreSqlPort = 5432;

    public PostgreSqlBuilder(string image) : this(new ContainerConfiguration(image, "postgres", "postgres", "postgres"))
    {
    }

    private PostgreSqlBuilder(ContainerConfiguration configuration) : base(configuration)
    {
    }

    public PostgreSqlBuilder WithDatabase(string database) => Clone(Configuration with { Database = database });

    public PostgreSqlBuilder WithUsername(string username) => Clone(Configuration with { Username = username });

    public PostgreSqlBuilder WithPassword(string password) => Clone(Configuration with { Password = password });

    public override PostgreSqlContainer Build() => new(Configuration);

    protected override PostgreSqlBuilder Clone(ContainerConfiguration configuration) => new(configuration);
}

public sealed class PostgreSqlContainer : DockerContainer
{
    private readonly ContainerConfiguration _configuration;
    private PostgresServer? _server;

    internal PostgreSqlContainer(ContainerConfiguration configuration) => _configuration = configuration;

    private PostgresServer Running => _server ?? throw new InvalidOperationException("The container has not been started");

    public override string GetConnectionString() => Running.ConnectionString(_configuration.Database);

    public override ushort GetMappedPublicPort(int containerPort) => (ushort)Running.Port;

    // The true builder's command also turns fsync off.
    protected override Server Create(ProcessRun run) =>
        _server = new PostgresServer(run, "postgres", _configuration.Username, _configuration.Password!, durable: false);

    protected override Task StartedAsync(CancellationToken ct) => Running.CreateDatabasesAsync([_configuration.Database], ct);
}
