using Wenye.Policy;

namespace Wenye.Statistics.Domain.NewEmployment;

/// <summary>Why a record is doubtful (存疑情形), 95号 附件四(三).</summary>
public enum DoubtKind
{
    /// <summary>The employer differs from that of social insurance (单位与社保信息不一致).</summary>
    EmployerDiffers = 1,

    /// <summary>Something that is to be known is missing or wrong (信息不准确或为空).</summary>
    DetailsMissing,

    /// <summary>Newly insured with contributions in former years, and not re-employed (以前年度有过缴费记录的非失业再就业人员).</summary>
    InsuredBefore,

    /// <summary>Marked by whoever verified or inspected (核实标记存疑).</summary>
    Marked,
}

/// <summary>A doubt that is still to be verified (待核实的疑点).</summary>
/// <param name="Kinds">Why, in order; at least one.</param>
/// <param name="Decision">statistics.doubt, refused.</param>
public sealed record OpenDoubt(IReadOnlyList<DoubtKind> Kinds, Decision<NoOutputs> Decision);

/// <summary>Finds doubts in what is known of a person (存疑数据筛查). Pure: the same whatever the order in which it became known.</summary>
public static class KnownDoubts
{
    /// <summary>What speaks against counting an employment until it is verified (疑点); null: nothing.</summary>
    /// <param name="history">All that is known of the person.</param>
    /// <param name="one">Of this person.</param>
    /// <param name="record">What <see cref="PersonHistory.RecordOf"/> made of it.</param>
    /// <param name="days">The report period of its first day of work.</param>
    /// <param name="yearEnd">Last day of the year of figures before (上年度报告期末).</param>
    /// <param name="policy">The rules at the end of the period.</param>
    public static OpenDoubt? Of(
        PersonHistory history, KnownEmployment one, EmploymentRecord record, DateRange days, DateOnly yearEnd, PolicyContext policy)
    {
        var marks = history.Marks.GetValueOrDefault(one.Id);
        if (marks is { Doubtful: false, Covered: null })
        {
            // Verified without saying of what: as a whole.
            return null;
        }

        if (marks is null && !IsNameless(one) && !history.Spells.Any(spell => spell.Kind == SpellKind.Insured))
        {
            // Most people: nothing is known that could speak against them.
            return null;
        }

        var isMarked = marks is { Doubtful: true, Covered: null };
        var facts = FactsOf(history, one, record, days, yearEnd) with { Confirmed = isMarked ? false : default(Fact<bool>) };
        var kinds = KindsOf(facts, isMarked).Where(kind => marks?.Covered?.Contains(kind) != true).ToList();
        if (kinds.Count == 0)
        {
            return null;
        }

        var decision = RecordDoubt.Decide(facts, policy);
        return decision.Outcome == Outcome.Refused ? new(kinds, decision) : null;
    }

    // What no source tells of speaks neither for nor against a record: names and contacts are not told here.
    private static RecordDoubtFacts FactsOf(PersonHistory history, KnownEmployment one, EmploymentRecord record, DateRange days, DateOnly yearEnd)
    {
        var insured = history.Spells.Where(spell => spell.Kind == SpellKind.Insured).ToList();
        var employers = one is { Form: EmploymentForm.Unit, EmployerCode.Length: > 0 }
            ? insured.Where(spell => spell.EmployerCode.Length > 0 && spell.Begins <= days.To && !(spell.Ends < one.EmployedOn)).ToList()
            : [];
        return new()
        {
            EmployerCodeMatches = employers.Count > 0 ? employers.Exists(spell => spell.EmployerCode == one.EmployerCode) : default(Fact<bool>),
            DetailsAccurate = IsNameless(one) ? false : default(Fact<bool>),
            NewlyInsured = insured.Count > 0 ? insured.Exists(spell => days.Contains(spell.Begins)) : default(Fact<bool>),
            PaidInFormerYears = insured.Count > 0 ? insured.Exists(spell => spell.Begins <= yearEnd) : default(Fact<bool>),

            // 三3  就业类型（初次就业/失业再就业）
            Reemployed = one.IsReemployment || record.SpellRegistered is { IsProven: true, Value: true },
        };
    }

    private static IEnumerable<DoubtKind> KindsOf(RecordDoubtFacts facts, bool isMarked)
    {
        // 95号 附件四(三)  “就业登记单位名称”“社会统一信用代码”与社保信息不一致的
        if (IsNot(facts.EmployerCodeMatches) || IsNot(facts.EmployerNameMatches))
        {
            yield return DoubtKind.EmployerDiffers;
        }

        // 就业登记人员的姓名、单位名称、联系方式等信息不准确或为空的
        if (IsNot(facts.DetailsAccurate))
        {
            yield return DoubtKind.DetailsMissing;
        }

        // 报告期内新参保，但在以前年度有过缴费记录的非失业再就业人员
        if (facts is { NewlyInsured: { IsProven: true, Value: true }, PaidInFormerYears: { IsProven: true, Value: true }, Reemployed.Value: false })
        {
            yield return DoubtKind.InsuredBefore;
        }

        if (isMarked)
        {
            yield return DoubtKind.Marked;
        }
    }

    private static bool IsNameless(KnownEmployment one) => one is { Form: EmploymentForm.Unit, EmployerCode.Length: 0 };

    private static bool IsNot(Fact<bool> fact) => fact is { IsProven: true, Value: false };
}
