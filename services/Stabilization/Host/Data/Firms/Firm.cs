namespace Wenye.Stabilization.Data;

/// <summary>A firm as it is insured (参保企业).</summary>
public sealed class Firm
{
    /// <summary>A dense number, given by the database: screenings cut the firms of a pool into ranges of it.</summary>
    public long Id { get; init; }

    /// <summary>统一社会信用代码; unique.</summary>
    public required string CreditCode { get; init; }

    /// <summary>单位名称.</summary>
    public required string Name { get; set; }

    /// <summary>参保地, GB/T 2260 of the county.</summary>
    public required string Division { get; set; }

    /// <summary>统筹地区, GB/T 2260 of the city.</summary>
    public required string Pool { get; set; }

    /// <summary>GB/T 4754 class (所属行业).</summary>
    public required string Industry { get; set; }

    /// <summary>First day of the first month of unemployment insurance (参保起始月); null as far as nobody said so.</summary>
    public DateOnly? InsuredSince { get; set; }

    /// <summary>符合产业结构调整和环保政策, 26号 二(二)1; null: not established.</summary>
    public bool? IndustryPolicyOk { get; set; }

    /// <summary>僵尸企业、严重违法失信企业、破产, 26号 四(二); null: not established.</summary>
    public bool? ZombieOrDishonestOrBankrupt { get; set; }

    /// <summary>Number of the contract's Priority (重点支持类别): 1 none, 2 key project, 3 overcapacity; 0: not established.</summary>
    public short Priority { get; set; }

    /// <summary>Wrongly drawn in former years and not given back (应退未退), fen; null: not established.</summary>
    public long? ToRecoverFen { get; set; }

    /// <summary>基本账户, encrypted at rest.</summary>
    public string? BankAccount { get; set; }

    /// <summary>开户银行.</summary>
    public string? BankName { get; set; }

    /// <summary>联系电话, encrypted at rest.</summary>
    public string? Phone { get; set; }
}
