namespace Wenye.Stabilization.Data;

/// <summary>Staff who left a firm in a month, of one kind (参保职工减少).</summary>
public sealed class FirmReduction
{
    public required long FirmId { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Number of the contract's ReductionKind (减少原因).</summary>
    public required short Kind { get; init; }

    public required int People { get; set; }
}

/// <summary>A year of a firm's accounts (财务数据).</summary>
public sealed class FirmFinance
{
    public required long FirmId { get; init; }

    public required int Year { get; init; }

    /// <summary>营业收入, fen.</summary>
    public required long RevenueFen { get; set; }

    /// <summary>利润总额, fen; negative: loss.</summary>
    public required long ProfitFen { get; set; }

    /// <summary>资产总额, fen.</summary>
    public required long AssetsFen { get; set; }

    /// <summary>负债总额, fen.</summary>
    public required long LiabilitiesFen { get; set; }

    /// <summary>从业人员.</summary>
    public required int Employees { get; set; }
}

/// <summary>A refund that an earlier system paid (此前已返还).</summary>
public sealed class PastRefund
{
    public required long FirmId { get; init; }

    /// <summary>The year in which it was drawn.</summary>
    public required int Year { get; init; }

    /// <summary>Number of the contract's RefundKind (返还类别).</summary>
    public required short Kind { get; init; }

    /// <summary>Fen.</summary>
    public required long PaidFen { get; set; }
}

/// <summary>How long a pool's fund lasts at the end of a month (统筹地区基金备付能力).</summary>
public sealed class PoolFund
{
    /// <summary>GB/T 2260 of the city.</summary>
    public required string Pool { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>滚存结余, fen.</summary>
    public required long BalanceFen { get; set; }

    /// <summary>Months it can pay (备付月数), two decimal places.</summary>
    public required decimal MonthsCovered { get; set; }
}

/// <summary>A county's monthly unemployment benefit (月失业保险金标准).</summary>
public sealed class BenefitStandard
{
    /// <summary>GB/T 2260 of the county.</summary>
    public required string Division { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Monthly, fen.</summary>
    public required long MonthlyFen { get; set; }
}

/// <summary>That a pool's data of a kind and year are all there (归集完成): a firm without a row had none.</summary>
public sealed class CompleteFeed
{
    /// <summary>GB/T 2260 of the city.</summary>
    public required string Pool { get; init; }

    public required int Year { get; init; }

    /// <summary>Number of the contract's Feed (数据类别).</summary>
    public required short Feed { get; init; }
}
