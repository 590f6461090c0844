using Aspire.Hosting.ApplicationModel;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A Redis server.</summary>
    public class RedisResource(string name, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
    {
        public ParameterResource? PasswordParameter { get; } = password;

        public ReferenceExpression ConnectionStringExpression
        {
            get
            {
                var server = Annotations.OfType<ServerAnnotation>().Single();
                return ReferenceExpression.Create($"{new ServerValue(server, s => ((RedisServer)s).ConnectionString)}");
            }
        }
    }
}

namespace Aspire.Hosting
{
    public static class RedisBuilderExtensions
    {
        public static IResourceBuilder<RedisResource> AddRedis(
            this IDistributedApplicationBuilder builder, string name, int? port = null,
            IResourceBuilder<ParameterResource>? password = null)
        {
            var resource = new RedisResource(name, builder.PasswordOr(name, password));
            return builder.AddResource(resource).WithAnnotation(new ServerAnnotation(async run =>
                new RedisServer(run, name, await resource.PasswordParameter.TextAsync()) { FixedPort = port }));
        }
    }
}
