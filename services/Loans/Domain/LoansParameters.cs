using Wenye.Policy;

namespace Wenye.Loans.Domain;

/// <summary>The dated parameters of loans (创业担保贷款政策参数): each decision names its own, values and clauses are in the files of Policies.</summary>
public static class LoansParameters
{
    /// <summary>The parameters that ship with the domain (内置参数).</summary>
    public static ParameterSet Shipped { get; } = ParameterSet.Load(typeof(LoansParameters).Assembly);
}
