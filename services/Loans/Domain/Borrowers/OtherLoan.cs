using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>The kind of a loan the applicant already has (其他贷款类别), 27号 附件1一(一)2.</summary>
public enum OtherLoanKind
{
    /// <summary>助学贷款.</summary>
    Student = 1,

    /// <summary>扶贫贷款.</summary>
    PovertyRelief,

    /// <summary>住房贷款.</summary>
    Housing,

    /// <summary>购车贷款.</summary>
    Car,

    /// <summary>Consumer loan, credit cards included (消费贷款，含信用卡消费).</summary>
    Consumer,

    /// <summary>Any other loan (其他贷款).</summary>
    Other,
}

/// <summary>A loan that the applicant or the spouse already has (其他贷款).</summary>
/// <param name="Kind">类别.</param>
/// <param name="Amount">Yuan still owed (余额).</param>
public readonly record struct OtherLoan(OtherLoanKind Kind, Money Amount)
{
    /// <summary>Reads a list of loans (读取); null when not given, which is unproven: an empty list says that there are none.</summary>
    /// <exception cref="FactException">A loan lacks kind or amount.</exception>
    internal static IReadOnlyList<OtherLoan>? Read(FactSet given, string name, string program) =>
        given.Records(name) is { } loans ? [.. loans.Select(loan => One(loan, name, program))] : null;

    /// <summary>The list as it is stored (记录).</summary>
    internal static NamedValue Recorded(string name, IReadOnlyList<OtherLoan>? loans) =>
        new(name, loans is null ? default : PolicyValue.Of([.. loans.Select(loan => loan.Entries)]));

    private PolicyValue Entries
    {
        get
        {
            NamedValue[] entries = [new("kind", PolicyValue.From(Kind)), new("amount", PolicyValue.Of(Amount))];
            return PolicyValue.Of(entries);
        }
    }

    private static OtherLoan One(FactSet loan, string name, string program)
    {
        var (kind, amount) = (loan.Choice<OtherLoanKind>("kind"), loan.Money("amount"));
        loan.DemandAllRead(program);
        return kind.IsProven && amount.IsProven
            ? new(kind.Value, amount.Value)
            : throw new FactException(name, $"事实“{name}”的每一项应有类别（kind）和金额（amount）。");
    }
}
