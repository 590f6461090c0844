using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Stabilization.V1;

namespace Wenye.Stabilization.Data;

/// <summary>One month of a claim (申领月份): what the firm says, and what was decided on it.</summary>
public sealed class TrainingMonth
{
    public required Guid Id { get; init; }

    /// <summary>Its claim; a month that lacks material at the review moves to another.</summary>
    public required Guid ClaimId { get; set; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>营业收入较2019年月平均降幅: 0.5 is 50 %; null: not established, as the next two.</summary>
    public decimal? RevenueDrop { get; init; }

    /// <summary>电费降幅.</summary>
    public decimal? ElectricityDrop { get; init; }

    /// <summary>其他能源消耗量降幅.</summary>
    public decimal? EnergyDrop { get; init; }

    public PayrollProof PayrollProof { get; init; }

    /// <summary>上一季度发放工资银行对账单 is at hand.</summary>
    public bool LastQuarterPayroll { get; init; }

    /// <summary>People who count (以工代训人数).</summary>
    public int Trainees { get; set; }

    /// <summary>Granted, fen; 0 when refused or incomplete.</summary>
    public long AmountFen { get; set; }

    public Outcome Outcome { get; set; }

    /// <summary>The decision on the month, canonical, encrypted at rest.</summary>
    public string Decision { get; set; } = "";

    public ICollection<TrainingPerson> Roster { get; } = new List<TrainingPerson>();
}

/// <summary>A line of a month's roster (以工代训人员).</summary>
public sealed class TrainingPerson
{
    public required Guid MonthId { get; init; }

    /// <summary>From 1.</summary>
    public required int Line { get; init; }

    /// <summary>姓名, encrypted at rest.</summary>
    public required string Name { get; init; }

    /// <summary>公民身份号码, encrypted at rest.</summary>
    public required string IdNumber { get; init; }

    /// <summary>By which the same person is known on another roster (检索散列).</summary>
    public required byte[] IdHash { get; init; }

    /// <summary>人员类别; unspecified: not established.</summary>
    public required TraineeGroup Group { get; init; }

    /// <summary>新吸纳时间; null: not established.</summary>
    public DateOnly? HiredOn { get; init; }

    /// <summary>当月发放工资, fen.</summary>
    public required long WageFen { get; init; }

    /// <summary>办理就业登记; null: not established, as the next three.</summary>
    public bool? RegisteredEmployment { get; init; }

    /// <summary>已享受专账办法中以工代训补贴.</summary>
    public bool? OtherSubsidy { get; init; }

    /// <summary>劳务派遣人员.</summary>
    public bool? Dispatched { get; init; }

    /// <summary>承担用工成本并实际用人、提供派遣协议.</summary>
    public bool? DispatchAgreement { get; init; }

    public Outcome Outcome { get; set; }

    /// <summary>Whether the person counts (是否计入).</summary>
    public bool Counts => Outcome == Outcome.Granted && RejectedBecause is null;

    /// <summary>The decision on the person, canonical, encrypted at rest.</summary>
    public string Decision { get; set; } = "";

    /// <summary>Why the review did not confirm the line (审核不予认定), encrypted at rest; null: it did not object.</summary>
    public string? RejectedBecause { get; set; }
}
