namespace Wenye.Gateway.Pages.Figures;

/// <summary>The cards of the month page (月度卡片), one line each. Another figure is another line here.</summary>
internal static class MonthCards
{
    public static IReadOnlyList<MonthCard> All { get; } =
    [
        new("registered", "新登记失业", "人", PeriodKind.Report, figures => figures.Registrations.Select(one => new MonthFigure(one.Division, one.Period, one.Registered))),
        new("cancelled", "注销失业登记", "人", PeriodKind.Report, figures => figures.Registrations.Select(one => new MonthFigure(one.Division, one.Period, one.Cancelled))),
        new("became_employed", "失业转就业", "人", PeriodKind.Report, figures => figures.Registrations.Select(one => new MonthFigure(one.Division, one.Period, one.BecameEmployed))),
        new("live_at_end", "期末登记失业", "人", PeriodKind.Report, figures => figures.Registrations.Where(one => one.HasLiveAtEnd).Select(one => new MonthFigure(one.Division, one.Period, one.LiveAtEnd))),
        new("urban_live_at_end", "期末城镇登记失业（已知）", "人", PeriodKind.Report, figures => figures.Registrations.Where(one => one.HasLiveAtEnd).Select(one => new MonthFigure(one.Division, one.Period, one.LiveAtEndUrban))),
        new("unstated_live_at_end", "登记地城乡未说明", "人", PeriodKind.Report, figures => figures.Registrations.Where(one => one.HasLiveAtEnd).Select(one => new MonthFigure(one.Division, one.Period, one.LiveAtEnd - one.LiveAtEndUrban - one.LiveAtEndRural))),
        new("employments", "就业登记", "人次", PeriodKind.Report, figures => figures.Registrations.Select(one => new MonthFigure(one.Division, one.Period, one.EmploymentsRegistered))),
        new("new_employment", "城镇新就业人员", "人", PeriodKind.Report, figures => figures.NewEmployment.Select(one => new MonthFigure(one.Division, one.Period, one.NewWorkers))),
        new("hardship", "就业困难人员认定", "人", PeriodKind.Report, figures => figures.Registrations.Select(one => new MonthFigure(one.Division, one.Period, one.HardshipRecognised))),
        new("trained", "补贴性培训", "人次", PeriodKind.Calendar, figures => figures.Training.Select(one => new MonthFigure(one.Division, one.Month, one.Trained))),
        new("certificates", "核发培训合格证书", "本", PeriodKind.Calendar, figures => figures.Training.Select(one => new MonthFigure(one.Division, one.Month, one.CertificatesIssued))),
        new("loans", "新发放创业担保贷款", "笔", PeriodKind.Calendar, figures => figures.Loans.Select(one => new MonthFigure(one.Division, one.Month, one.Loans))),
        new("loan_amount", "创业担保贷款放款", MonthCard.Fen, PeriodKind.Calendar, figures => figures.Loans.Select(one => new MonthFigure(one.Division, one.Month, one.AmountFen))),
        new("paid", "补贴资金拨付", MonthCard.Fen, PeriodKind.Calendar, figures => figures.Payments.Select(one => new MonthFigure(one.Division, one.Month, one.PaidFen))),
    ];
}

/// <summary>A card (卡片).</summary>
/// <param name="Id">Stable, for links and tests.</param>
/// <param name="Title">In Chinese.</param>
/// <param name="Unit">人, 人次, 笔, or <see cref="Fen"/>.</param>
/// <param name="Period">Which days a month is.</param>
/// <param name="Of">The figures, by division and month; those of one division and month are added up.</param>
internal sealed record MonthCard(string Id, string Title, string Unit, PeriodKind Period, Func<MonthFigures, IEnumerable<MonthFigure>> Of)
{
    /// <summary>Unit of money (分): pages show yuan.</summary>
    public const string Fen = "fen";
}

/// <summary>A figure of a division and month (数值).</summary>
internal readonly record struct MonthFigure(string Division, string Month, long Value);

/// <summary>Which days a month is (统计期间).</summary>
internal enum PeriodKind
{
    /// <summary>From the 21st of the month before to the 20th (报告期).</summary>
    Report,

    /// <summary>自然月.</summary>
    Calendar,
}
