namespace Wenye.Loans.Domain.Books;

/// <summary>What a book may not say (台账差错).</summary>
public enum BookFaultKind
{
    /// <summary>Something happened before anything was drawn (放款前).</summary>
    BeforeDrawdown = 1,

    /// <summary>More was drawn than the contract has (超过合同金额).</summary>
    AboveContract,

    /// <summary>More was repaid than was owed on that day (余额为负).</summary>
    BelowZero,

    /// <summary>More came back than the fund paid (追偿权为负).</summary>
    ClaimBelowZero,

    /// <summary>Drawn, repaid or extended after compensation: what comes back then is pursuit (代偿后).</summary>
    AfterCompensation,
}

/// <summary>What is wrong with a book, and on which day (台账差错).</summary>
public readonly record struct BookFault(BookFaultKind Kind, DateOnly On);

/// <summary>Reads a book line by line (逐笔还原), by day. A value to be changed in place: never copied.</summary>
internal struct BookWalk
{
    private readonly DateOnly maturesOn;
    private long drawnFen;
    private long claimFen;
    private bool isCompensated;
    private bool isWrittenOff;
    private DateOnly? toldOverdue;
    private DateOnly? disbursedOn;

    public BookWalk(DateOnly maturesOn) => (this.maturesOn, DueOn) = (maturesOn, maturesOn);

    public long PrincipalFen { get; private set; }

    public DateOnly DueOn { get; private set; }

    public ExtensionGround? Ground { get; private set; }

    public void Take(BookLine line)
    {
        PrincipalFen += line.PrincipalFen;
        claimFen += line.ClaimFen;
        switch (line.Kind)
        {
            case BookLineKind.Drawdown:
                drawnFen += line.PrincipalFen;
                disbursedOn ??= line.On;
                break;
            case BookLineKind.Extension:
                (DueOn, Ground, toldOverdue) = (line.Until ?? DueOn, line.Ground, null);
                break;
            case BookLineKind.Overdue:
                toldOverdue ??= line.On;
                break;
            case BookLineKind.Cured:
                toldOverdue = null;
                break;
            case BookLineKind.Compensation:
                isCompensated = true;
                break;
            case BookLineKind.WriteOff:
                isWrittenOff = true;
                break;
            default:
                break;
        }

        toldOverdue = PrincipalFen == 0 ? null : toldOverdue;
    }

    public readonly BookStanding? StandingOn(DateOnly day) =>
        drawnFen == 0 ? null
        : PrincipalFen == 0 && claimFen == 0 ? isWrittenOff ? BookStanding.WrittenOff : BookStanding.Settled
        : isCompensated ? BookStanding.Compensated
        : toldOverdue is not null || day >= DueOn ? BookStanding.Overdue
        : day >= maturesOn ? BookStanding.Extended
        : BookStanding.Normal;

    public readonly BookState StateOn(DateOnly day) => new()
    {
        DrawnFen = drawnFen,
        PrincipalFen = PrincipalFen,
        ClaimFen = claimFen,
        Standing = StandingOn(day),
        OverdueSince = StandingOn(day) == BookStanding.Overdue ? Earliest(toldOverdue, DueOn.AddDays(1)) : null,
        DueOn = DueOn,
        Ground = Ground,
        DisbursedOn = disbursedOn,
    };

    public readonly BookFaultKind? FaultOf(BookLine line) =>
        drawnFen == 0 && line.Kind != BookLineKind.Drawdown ? BookFaultKind.BeforeDrawdown
        : isCompensated && line.Kind is BookLineKind.Drawdown or BookLineKind.Repayment or BookLineKind.Extension ? BookFaultKind.AfterCompensation
        : null;

    public readonly BookFaultKind? FaultAtEndOfDay(long principalFen) =>
        drawnFen > principalFen ? BookFaultKind.AboveContract
        : PrincipalFen < 0 ? BookFaultKind.BelowZero
        : claimFen < 0 ? BookFaultKind.ClaimBelowZero
        : null;

    private static DateOnly Earliest(DateOnly? told, DateOnly due) => told is { } day && day < due ? day : due;
}
