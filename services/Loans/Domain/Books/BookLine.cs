namespace Wenye.Loans.Domain.Books;

/// <summary>What a line of a loan's book says (台账事项), as in the contract and by its numbers.</summary>
public enum BookLineKind
{
    /// <summary>放款.</summary>
    Drawdown = 1,

    /// <summary>还款, also before it is due.</summary>
    Repayment,

    /// <summary>展期: a new day on which the loan falls due. It lifts what was overdue before it.</summary>
    Extension,

    /// <summary>转逾期: from its day on.</summary>
    Overdue,

    /// <summary>逾期转回: from its day on it is not overdue any more.</summary>
    Cured,

    /// <summary>代偿: the fund pays, and the debt to the bank becomes one to the fund.</summary>
    Compensation,

    /// <summary>追偿收回 after compensation.</summary>
    Pursuit,

    /// <summary>核销.</summary>
    WriteOff,

    /// <summary>冲正: takes back an earlier line as if it had never been.</summary>
    Reversal,
}

/// <summary>Why a loan was extended (展期原因), 财金〔2020〕21号 三, by the contract's numbers.</summary>
public enum ExtensionGround
{
    /// <summary>流动性遇到暂时困难.</summary>
    Liquidity = 1,

    /// <summary>借款人患新冠肺炎.</summary>
    CovidPatient,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>A line of a loan's book (台账分录): what happened on a day, whenever it was told.</summary>
/// <param name="Reference">Unique within the loan.</param>
/// <param name="On">业务发生日.</param>
/// <param name="Kind">事项.</param>
/// <param name="PrincipalFen">What it changes of what is owed to the bank, fen: above zero a drawdown, below a repayment; of a reversal the opposite of what it takes back.</param>
public sealed record BookLine(string Reference, DateOnly On, BookLineKind Kind, long PrincipalFen = 0)
{
    /// <summary>What it changes of what is owed to the fund that compensated (追偿权), fen.</summary>
    public long ClaimFen { get; init; }

    /// <summary>Of an extension: the day on which the loan then falls due (展期到期日).</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Of an extension: why.</summary>
    public ExtensionGround? Ground { get; init; }

    /// <summary>Of a reversal: the reference of the line it takes back; both have one day.</summary>
    public string? Reverses { get; init; }
}
