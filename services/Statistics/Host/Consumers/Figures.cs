namespace Wenye.Statistics.Consumers;

/// <summary>Which figures a kind of fact raises (计数口径), as SQL over the facts that are new.</summary>
/// <param name="Table">The figures.</param>
/// <param name="Key">Its key, which are columns of the fact too.</param>
/// <param name="Raised">The columns with the sum that each is raised by.</param>
public sealed record Figures(string Table, string Key, params IReadOnlyList<(string Column, string Sum)> Raised)
{
    /// <summary>A figure of a division and report period (统计报表期): how many facts there are.</summary>
    public static Figures OfPeriod(string column) => new("registration_count", "division, period", (column, "count(*)"));

    /// <summary>Figures of a division, calendar month and category of training (补贴性培训).</summary>
    public static Figures OfTraining(params IReadOnlyList<(string Column, string Sum)> raised) => new("training_count", "division, month, category", raised);

    /// <summary>Figures of a division, calendar month and kind of borrower (创业担保贷款).</summary>
    public static Figures OfLoans(params IReadOnlyList<(string Column, string Sum)> raised) => new("loan_count", "division, month, kind", raised);
}
