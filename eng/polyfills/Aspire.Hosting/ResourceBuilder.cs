namespace Aspire.Hosting.ApplicationModel
{
    public enum ResourceAnnotationMutationBehavior
    {
        Append,
        Replace,
    }

    /// <summary>A resource under construction. Covariant, so that a builder of a database is one of anything with a connection string.</summary>
    public interface IResourceBuilder<out T> where T : IResource
    {
        IDistributedApplicationBuilder ApplicationBuilder { get; }

        T Resource { get; }

        IResourceBuilder<T> WithAnnotation<TAnnotation>(
            TAnnotation annotation, ResourceAnnotationMutationBehavior behavior = ResourceAnnotationMutationBehavior.Append)
            where TAnnotation : IResourceAnnotation;
    }
}

namespace Aspire.Hosting
{
    using Aspire.Hosting.ApplicationModel;

    internal sealed class ResourceBuilder<T>(IDistributedApplicationBuilder application, T resource) : IResourceBuilder<T>
        where T : IResource
    {
        public IDistributedApplicationBuilder ApplicationBuilder { get; } = application;

        public T Resource { get; } = resource;

        public IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation, ResourceAnnotationMutationBehavior behavior)
            where TAnnotation : IResourceAnnotation
        {
            if (behavior == ResourceAnnotationMutationBehavior.Replace)
            {
                foreach (var old in Resource.Annotations.OfType<TAnnotation>().ToArray())
                {
                    Resource.Annotations.Remove(old);
                }
            }
            Resource.Annotations.Add(annotation);
            return this;
        }
    }
}
