using Wenye.Policy;

namespace Wenye.Loans.Domain.Terms;

/// <summary>A step that has a term (办理环节).</summary>
public enum LoanStep
{
    /// <summary>The office checks who applies (人力资源社会保障部门资格审核).</summary>
    Qualification = 1,

    /// <summary>The guarantor looks into the application (担保机构尽职调查).</summary>
    DueDiligence,

    /// <summary>The bank, from taking the application to paying out (金融机构贷款受理至发放).</summary>
    Disbursement,

    /// <summary>Whoever finds a condition unmet says so with the reason, and names once all that is missing (不符合条件的通知).</summary>
    RefusalNotice,

    /// <summary>The bank reminds the borrower; <c>from</c> is the day the loan falls due (到期前通知).</summary>
    RepaymentReminder,

    /// <summary>The bank reports the borrower's bad credit; <c>from</c> is the day the loan fell due (纳入不良贷款征信).</summary>
    CreditRecord,
}

/// <summary>What loans.deadline looks at (办理时限的事实).</summary>
public sealed record LoanDeadlineFacts : IFacts
{
    /// <summary>环节.</summary>
    public Fact<LoanStep> Step { get; init => field = value.Named("step"); } = Fact.Unproven<LoanStep>("step");

    /// <summary>The day from which the term runs (起算日).</summary>
    public Fact<DateOnly> From { get; init => field = value.Named("from"); } = Fact.Unproven<DateOnly>("from");

    /// <summary>Reads the facts by name (读取).</summary>
    public static LoanDeadlineFacts Read(FactSet given) => new() { Step = given.Choice<LoanStep>("step"), From = given.Day("from") };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Step.Recorded, From.Recorded];
}

/// <summary>The last day of a term (最迟办结日).</summary>
/// <param name="Due">Included.</param>
public sealed record LoanDue(DateOnly Due) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [new("due", PolicyValue.Of(Due))];
}

/// <summary>When must a step be done (办理时限)?</summary>
public static class LoanDeadline
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "loans.deadline";

    private static readonly Dictionary<LoanStep, Parameter<int>> Steps = new()
    {
        // 25号 六、21号 六  资格审核压缩在7个工作日内，担保机构尽职调查压缩在3个工作日内，金融机构贷款受理至发放压缩在5个工作日内…不符合条件的，应在5个工作日内通知申请人
        // 27号 附件2第2项  担保机构、经办银行在7个工作日内完成…调查、审核工作…在5个工作日内与借款人签订担保、借贷合同，经办银行向借款人发放贷款
        [LoanStep.Qualification] = Parameter.Count("loans.qualification_days", Unit.WorkingDays),
        [LoanStep.DueDiligence] = Parameter.Count("loans.due_diligence_days", Unit.WorkingDays),
        [LoanStep.Disbursement] = Parameter.Count("loans.disbursement_days", Unit.WorkingDays),
        [LoanStep.RefusalNotice] = Parameter.Count("loans.refusal_notice_days", Unit.WorkingDays),

        // 27号 第十一条  贷款到期前1个月，通知借款人按时履约还贷；对逾期90天经努力仍不能回收的贷款，须将借款人纳入不良贷款征信
        [LoanStep.RepaymentReminder] = Parameter.Count("loans.repayment_reminder_months", Unit.Months),
        [LoanStep.CreditRecord] = Parameter.Count("loans.credit_record_days", Unit.Days),
    };

    /// <summary>Decides (认定).</summary>
    public static Decision<LoanDue> Decide(LoanDeadlineFacts facts, PolicyContext policy)
    {
        if (!facts.Step.IsProven)
        {
            return OfUnknownStep(facts, policy).Grant(LoanDue () => throw new InvalidOperationException("Nothing falls due while the step is unknown."));
        }

        var step = facts.Step.Value;
        var term = policy.Get(Steps[step]);
        var due = !term.IsSet ? facts.From : step switch
        {
            LoanStep.RepaymentReminder => facts.From.Map(day => day.AddMonths(-term.Value)),
            LoanStep.CreditRecord => facts.From.Map(day => day.AddDays(term.Value)),
            _ => policy.Calendar.Due(facts.From, term.Value),
        };
        return Decision.On(Name, facts, policy).When(term, Proposition.All(facts.Step.IsEstablished(), due.IsEstablished())).Using(term).Grant(() => new LoanDue(due.Value));
    }

    // Every step that has a term here and now asks which it is.
    private static Examination OfUnknownStep(LoanDeadlineFacts facts, PolicyContext policy)
    {
        var examined = Decision.On(Name, facts, policy);
        var terms = Steps.Values.Select(policy.Get).ToList();
        foreach (var term in terms.Exists(term => term.IsSet) ? terms.Where(term => term.IsSet) : terms)
        {
            examined = examined.And(term, facts.Step.IsEstablished());
        }

        return examined;
    }
}
