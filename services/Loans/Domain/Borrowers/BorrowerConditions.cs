using Wenye.Policy;

namespace Wenye.Loans.Domain.Borrowers;

/// <summary>The conditions of every person who borrows, partners too (个人借款人应具备的条件). Readings: docs/decisions/0060-loan-eligibility.md.</summary>
internal static class BorrowerConditions
{
    private static readonly Parameter<Terms<LoanCategory>> Categories = Parameter.Terms<LoanCategory>("loans.personal_categories");
    private static readonly Parameter<Terms<LoanCategory>> AddedCategories = Parameter.Terms<LoanCategory>("loans.personal_added_categories");
    private static readonly Parameter<DateOnly> AddedLastDay = Parameter.Day("loans.personal_added_last_day");

    // 27号 第十条  各市、县（市、区）经当地人民政府同意，可适当放宽借款人条件
    private static readonly Parameter<Terms<LoanCategory>> CategoriesOfCity = Parameter.Terms<LoanCategory>("loans.personal_categories_city");
    private static readonly Parameter<bool> WorkingAge = Parameter.Rule("loans.personal_working_age");
    private static readonly Parameter<int> YoungestHmt = Parameter.Count("loans.personal_hmt_youngest", Unit.Years);
    private static readonly Parameter<int> OldestHmt = Parameter.Count("loans.personal_hmt_oldest", Unit.Years);
    private static readonly Parameter<bool> OwnBusiness = Parameter.Rule("loans.personal_own_business");
    private static readonly Parameter<bool> Credit = Parameter.Rule("loans.personal_credit");
    private static readonly Parameter<Money> ConsumerLoans = Parameter.Money("loans.personal_consumer_loan_limit");

    /// <summary>"符合条件的" without conditions of its own (邢南政发〔2020〕1号 (十一)).</summary>
    private static readonly Parameter<bool> AsProvided = Parameter.Rule("loans.personal_as_provided");

    /// <summary>Answers every condition of the region and day (逐条认定).</summary>
    public static Examination Examine(Examination examined, BorrowerFacts facts, PolicyContext policy)
    {
        // 邢南政发〔2020〕1号 (十一)  对符合条件的创业者担保贷款额度提高至15万元
        var asProvided = policy.Get(AsProvided);
        return asProvided.IsSet
            ? examined.And(asProvided, facts.Category.IsEstablished())
            : InCreditAndBusiness(OfGroup(examined, facts, policy), facts, policy);
    }

    // 27号 第四条  个人借款人是指在法定劳动年龄内，城镇登记失业人员、…港澳台来鲁创业青年
    // 25号 一(一)  自财金〔2020〕21号文件印发之日至2020年12月31日期间，将符合贷款条件的个体工商户，…纳入支持范围
    private static Examination OfGroup(Examination examined, BorrowerFacts facts, PolicyContext policy)
    {
        var (listed, added, lastDay, ofCity) = (policy.Get(Categories), policy.Get(AddedCategories), policy.Get(AddedLastDay), policy.Get(CategoriesOfCity));
        var grounds = new List<Finding>(3);
        if (listed.IsSet)
        {
            grounds.Add(new(listed.Clause, facts.Category.OneOf(listed), listed.Use));
        }

        if (added.IsSet)
        {
            grounds.Add(new(added.Clause, Proposition.All(facts.Category.OneOf(added), DecisionDay.Of(policy).AtMost(lastDay)), added.Use));
        }

        if (ofCity.IsSet)
        {
            grounds.Add(new(ofCity.Clause, facts.Category.OneOf(ofCity), ofCity.Use));
        }

        var isAdded = added.IsSet && facts.Category.IsProven && added.Value.Contains(facts.Category.Value);
        if (added.IsSet && !listed.IsSet && !isAdded)
        {
            // Other groups are no document's of ours here: the list itself is asked for.
            grounds.Add(new(listed.Clause, Proposition.Unproven(listed.Name, listed.Use), listed.Use));
        }

        examined = examined.WhenAnyOf(isAdded || (added.IsSet && !listed.IsSet) ? added : listed, grounds);
        var workingAge = policy.Get(WorkingAge);
        var isHmt = facts.Category.IsProven && facts.Category.Value == LoanCategory.HmtYouth;
        var (youngest, oldest) = (policy.Get(YoungestHmt), policy.Get(OldestHmt));
        return examined
            .AndIf(workingAge.IsSet, workingAge, facts.InStatutoryWorkingAge.Is(true))

            // 27号 第四条  港澳台来鲁创业青年是指年龄在20岁到45岁之间的来鲁创业的人员
            .AndIf(isHmt && youngest.IsSet, youngest, facts.Age.AtLeast(youngest))
            .AndIf(isHmt && oldest.IsSet, oldest, facts.Age.AtMost(oldest));
    }

    private static Examination InCreditAndBusiness(Examination examined, BorrowerFacts facts, PolicyContext policy)
    {
        var (business, credit, consumer) = (policy.Get(OwnBusiness), policy.Get(Credit), policy.Get(ConsumerLoans));

        // 27号 第四条  符合条件的离岗或在职创业的乡镇事业单位专业技术人员
        var maybeInPost = facts.Category.IsProven && facts.Category.Value == LoanCategory.SecondedSpecialist;

        // 27号 附件1一(一)1  在申请地内自主或合伙创业（无在其他单位就业），持有营业执照、民办非企业单位登记证书或有实际创业项目
        examined = examined.And(business, facts.HasBusiness.Is(true));
        return !business.IsSet ? examined : examined
            .AndIf(!maybeInPost, business, facts.EmployedElsewhere.Is(false))

            // 27号 附件1一(一)2  申请人及配偶有良好的个人信用，具有还贷能力
            .And(credit, facts.GoodCredit.Is(true))

            // 27号 附件1一(一)2  除助学贷款、扶贫贷款、住房贷款、购车贷款、5万元以下小额消费贷款（含信用卡消费）以外…本人及其配偶应没有其他贷款
            .And(consumer, InTheWay(BorrowerFacts.OtherLoansName, facts.OtherLoans, consumer).AtMost(Money.Zero))
            .And(consumer, InTheWay(BorrowerFacts.SpouseOtherLoansName, facts.SpouseOtherLoans, consumer).AtMost(Money.Zero));
    }

    /// <summary>Yuan of loans that stand in the way (应没有的其他贷款). "5万元以下" includes 50,000 and is asked of each consumer loan.</summary>
    private static Fact<Money> InTheWay(string name, IReadOnlyList<OtherLoan>? loans, Dated<Money> consumer)
    {
        if (loans is null || !consumer.IsSet)
        {
            return Fact.Unproven<Money>(name);
        }

        var inTheWay = Money.Zero;
        foreach (var (kind, amount) in loans)
        {
            var counts = kind == OtherLoanKind.Other || (kind == OtherLoanKind.Consumer && amount > consumer.Value);
            inTheWay = counts ? inTheWay + amount : inTheWay;
        }

        return Fact.Known(name, inTheWay);
    }
}
