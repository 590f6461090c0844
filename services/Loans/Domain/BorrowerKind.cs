namespace Wenye.Loans.Domain;

/// <summary>Who borrows (借款人类别).</summary>
public enum BorrowerKind
{
    /// <summary>A person, alone or with partners (个人借款人).</summary>
    Personal = 1,

    /// <summary>A small or micro enterprise (小微企业借款人).</summary>
    Enterprise,
}
