using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>Does a partner or member qualify as a borrower (合伙人、组织成员是否符合借款人条件)?</summary>
/// <remarks>The answers of all of them together are the fact all_partners_qualify of loans.personal.</remarks>
public static class PartnerQualification
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.partner";

    /// <summary>Decides (认定).</summary>
    // 27号 第七条  合伙人、组织成员均符合借款人条件
    public static Decision<NoOutputs> Decide(BorrowerFacts facts, PolicyContext policy) =>
        BorrowerConditions.Examine(Decision.On(Name, facts, policy), facts, policy).Grant();

    /// <summary>Reads the facts by name (读取).</summary>
    public static BorrowerFacts Read(FactSet given) => BorrowerFacts.Read(given, Name);
}
