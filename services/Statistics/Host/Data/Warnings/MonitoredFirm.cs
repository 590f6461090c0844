using Wenye.Persistence;

namespace Wenye.Statistics.Data.Warnings;

/// <summary>A firm under monitoring (失业动态监测企业), 〔2020〕20号 二(八)33. No personal data.</summary>
public sealed class MonitoredFirm
{
    /// <summary>统一社会信用代码.</summary>
    public required string Code { get; init; }

    /// <summary>County of its place, GB/T 2260.</summary>
    public required string Division { get; set; }

    /// <summary>GB/T 4754.</summary>
    public required string Industry { get; set; }

    /// <summary>large, medium, small or micro.</summary>
    public required string Size { get; set; }

    /// <summary>A term of FirmFocus.</summary>
    public required string Focus { get; set; }

    /// <summary>When monitoring began.</summary>
    public required DateOnly Since { get; set; }

    /// <summary>When it ended; null: it lasts.</summary>
    public required DateOnly? RemovedOn { get; set; }
}

/// <summary>What was done about a firm's monitoring (监测企业环节).</summary>
public sealed class FirmStep : Step
{
    /// <summary>统一社会信用代码.</summary>
    public required string Code { get; init; }

    /// <summary>registered or removed.</summary>
    public required string State { get; init; }
}

/// <summary>A month as a firm reported it (企业月报).</summary>
public sealed class ReportedMonth
{
    /// <summary>统一社会信用代码.</summary>
    public required string Code { get; init; }

    /// <summary>Calendar month YYYY-MM.</summary>
    public required string Month { get; init; }

    /// <summary>月末用工人数.</summary>
    public required int Employees { get; init; }

    /// <summary>参保缴费人数.</summary>
    public required int? Insured { get; init; }

    /// <summary>招聘岗位数.</summary>
    public required int? Vacancies { get; init; }

    /// <summary>本月裁员人数.</summary>
    public required int? LaidOff { get; init; }
}

/// <summary>A notice of a planned layoff (裁员报告), 鲁政发〔2020〕5号 18.</summary>
public sealed class ReportedLayoff
{
    public required Guid Id { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public required string Code { get; init; }

    /// <summary>County of the firm, GB/T 2260.</summary>
    public required string Division { get; init; }

    /// <summary>拟裁员人数.</summary>
    public required int Layoffs { get; init; }

    /// <summary>企业职工总数.</summary>
    public required int? Employees { get; init; }

    /// <summary>向工会或全体职工说明之日.</summary>
    public required DateOnly? ToldOn { get; init; }

    /// <summary>拟裁员之日.</summary>
    public required DateOnly? PlannedOn { get; init; }

    /// <summary>Month of the planned day, or of the report where that is not known, YYYY-MM.</summary>
    public required string Month { get; init; }

    /// <summary>职工安置方案, encrypted.</summary>
    public required string Plan { get; init; }

    /// <summary>statistics.layoff.</summary>
    public required string Large { get; init; }

    /// <summary>statistics.layoff_notice.</summary>
    public required string Notice { get; init; }

    public required string Agency { get; init; }

    /// <summary>Encrypted.</summary>
    public required string? Operator { get; init; }

    public required DateTimeOffset ReportedAt { get; init; }
}
