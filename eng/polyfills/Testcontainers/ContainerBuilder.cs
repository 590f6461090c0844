// The part of Testcontainers' builder API that tests use. Builders are immutable, as the true ones are.
using DotNet.Testcontainers.Containers;

namespace DotNet.Testcontainers.Configurations
{
    /// <summary>What a builder has gathered. The image only chooses whether RabbitMQ has its management plugin.</summary>
    public sealed record ContainerConfiguration(string Image, string Username, string? Password, string Database);
}

namespace DotNet.Testcontainers.Builders
{
    using DotNet.Testcontainers.Configurations;

    public abstract class ContainerBuilder<TBuilderEntity, TContainerEntity>(ContainerConfiguration configuration)
        where TContainerEntity : DockerContainer
    {
        protected ContainerConfiguration Configuration { get; } = configuration;

        public TBuilderEntity WithImage(string image) => Clone(Configuration with { Image = image });

        /// <summary>Every port a server has is bound to a free port of the host already.</summary>
        public TBuilderEntity WithPortBinding(int port, bool assignRandomHostPort = false) => Clone(Configuration);

        /// <summary>What a process leaves is always cleaned up.</summary>
        public TBuilderEntity WithCleanUp(bool cleanUp) => Clone(Configuration);

        public abstract TContainerEntity Build();

        protected abstract TBuilderEntity Clone(ContainerConfiguration configuration);
    }
}
