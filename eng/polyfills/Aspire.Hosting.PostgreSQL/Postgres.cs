using Aspire.Hosting.ApplicationModel;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A PostgreSQL server.</summary>
    public class PostgresServerResource(string name, ParameterResource? userName, ParameterResource password)
        : ContainerResource(name), IResourceWithConnectionString
    {
        private readonly Dictionary<string, string> _databases = [];

        public ParameterResource? UserNameParameter { get; } = userName;

        public ParameterResource PasswordParameter { get; } = password;

        /// <summary>Resource name to database name.</summary>
        public IReadOnlyDictionary<string, string> Databases => _databases;

        public ReferenceExpression ConnectionStringExpression => Expression("postgres");

        internal void AddDatabase(string resource, string database) => _databases.Add(resource, database);

        internal ReferenceExpression Expression(string database)
        {
            var server = Annotations.OfType<ServerAnnotation>().Single();
            return ReferenceExpression.Create($"{new ServerValue(server, s => ((PostgresServer)s).ConnectionString(database))}");
        }
    }

    /// <summary>A database of a server, created when the server is ready.</summary>
    public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
        : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
    {
        public PostgresServerResource Parent { get; } = parent;

        public string DatabaseName { get; } = databaseName;

        public ReferenceExpression ConnectionStringExpression => Parent.Expression(DatabaseName);
    }
}

namespace Aspire.Hosting
{
    public static class PostgresBuilderExtensions
    {
        public static IResourceBuilder<PostgresServerResource> AddPostgres(
            this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null, int? port = null)
        {
            var resource = new PostgresServerResource(name, userName?.Resource, builder.PasswordOr(name, password));
            var server = new ServerAnnotation(async run => new PostgresServer(
                run, name, await resource.UserNameParameter.TextAsync("postgres"), await resource.PasswordParameter.TextAsync(),
                dataFolder: resource.Annotations.OfType<DataVolumeAnnotation>().LastOrDefault()?.Folder)
            {
                FixedPort = port,
            });
            server.OnReady.Add((running, cancellation) =>
                ((PostgresServer)running).CreateDatabasesAsync(resource.Databases.Values, cancellation));
            return builder.AddResource(resource).WithAnnotation(server);
        }

        public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
            this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
        {
            var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
            builder.Resource.AddDatabase(name, database.DatabaseName);
            return builder.ApplicationBuilder.AddResource(database);
        }

        /// <summary>Keeps the data beyond the run. As with Aspire's volumes, the password must then be given.</summary>
        public static IResourceBuilder<PostgresServerResource> WithDataVolume(
            this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
            builder.WithVolumeFolder(name);
    }
}
