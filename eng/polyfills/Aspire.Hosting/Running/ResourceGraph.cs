using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Who needs whom: by waiting, by reference, by being part of a server.</summary>
internal sealed class ResourceGraph
{
    private readonly Dictionary<IResource, int> _order = [];
    private readonly Dictionary<IResource, List<IResource>> _dependents = [];

    public ResourceGraph(IEnumerable<IResource> resources)
    {
        var all = resources.ToArray();
        foreach (var resource in all)
        {
            Visit(resource, []);
        }
        foreach (var resource in all)
        {
            // Two services may refer to each other; what came first in the order does not wait for what came later.
            foreach (var needed in Dependencies(resource).Where(needed => _order[needed] < _order[resource]))
            {
                _dependents[needed].Add(resource);
            }
        }
    }

    /// <summary>What must have stopped before the resource may stop.</summary>
    public IReadOnlyList<IResource> DependentsOf(IResource resource) => _dependents[resource];

    private static IEnumerable<IResource> Dependencies(IResource resource) =>
        resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource)
            .Concat(resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(relation => relation.Resource))
            .Concat(resource is IResourceWithParent child ? [child.Parent] : [])
            .Distinct();

    private void Visit(IResource resource, HashSet<IResource> path)
    {
        if (_order.ContainsKey(resource) || !path.Add(resource))
        {
            return;
        }
        foreach (var needed in Dependencies(resource))
        {
            Visit(needed, path);
        }
        _order[resource] = _order.Count;
        _dependents[resource] = [];
    }
}
