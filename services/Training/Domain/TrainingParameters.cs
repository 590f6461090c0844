using Wenye.Policy;

namespace Wenye.Training.Domain;

/// <summary>The dated parameters of training (职业培训政策参数): each decision's folder names its own, values and clauses are in the files of Policies.</summary>
public static class TrainingParameters
{
    /// <summary>The parameters that ship with the domain (内置参数).</summary>
    public static ParameterSet Shipped { get; } = ParameterSet.Load(typeof(TrainingParameters).Assembly);
}
