using Microsoft.VisualStudio.SolutionPersistence.Model;

namespace Microsoft.VisualStudio.SolutionPersistence.Serializer
{
    public static class SolutionSerializers
    {
        /// <returns>None: no solution format is known here.</returns>
        public static ISolutionSerializer? GetSerializerByMoniker(string moniker) => null;
    }
}

namespace Microsoft.VisualStudio.SolutionPersistence
{
    public interface ISolutionSerializer
    {
        Task<SolutionModel> OpenAsync(string moniker, CancellationToken cancellationToken);
    }
}

namespace Microsoft.VisualStudio.SolutionPersistence.Model
{
    public abstract class SolutionItemModel
    {
        public Guid Id { get; init; }
    }

    public sealed class SolutionProjectModel : SolutionItemModel
    {
        public required string FilePath { get; init; }
    }

    public sealed class SolutionModel
    {
        public IReadOnlyList<SolutionProjectModel> SolutionProjects { get; init; } = [];
    }
}
