using Aspire.Hosting.ApplicationModel;
using Wenye.ServerProcesses;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A RabbitMQ broker.</summary>
    public class RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password)
        : ContainerResource(name), IResourceWithConnectionString
    {
        public ParameterResource? UserNameParameter { get; } = userName;

        public ParameterResource PasswordParameter { get; } = password;

        public ReferenceExpression ConnectionStringExpression
        {
            get
            {
                var server = Annotations.OfType<ServerAnnotation>().Single();
                return ReferenceExpression.Create($"{new ServerValue(server, s => ((RabbitMqServer)s).ConnectionString)}");
            }
        }
    }
}

namespace Aspire.Hosting
{
    public static class RabbitMQBuilderExtensions
    {
        public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
            this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null, int? port = null)
        {
            var resource = new RabbitMQServerResource(name, userName?.Resource, builder.PasswordOr(name, password));
            return builder.AddResource(resource).WithAnnotation(new ServerAnnotation(async run => new RabbitMqServer(
                run, name, await resource.UserNameParameter.TextAsync("guest"), await resource.PasswordParameter.TextAsync())
            {
                FixedPort = port,
            }));
        }
    }
}
