using Wenye.Policy;

namespace Wenye.Registration.Domain.Hardship;

/// <summary>On what terms a person is recognised (认定结果).</summary>
/// <param name="PublicisedTo">Last day of publicity that begins on the day of the decision (公示截止日); null where no document asks for any.</param>
/// <param name="ValidMonths">Months it holds from the day of recognition (有效期).</param>
/// <param name="EndsBefore">The day on which it no longer holds whatever its months, retirement (法定退休年龄); null when no age limits the category.</param>
public sealed record HardshipTerms(DateOnly? PublicisedTo, int ValidMonths, DateOnly? EndsBefore) : IOutputs
{
    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded()
    {
        if (PublicisedTo is { } last)
        {
            yield return new("publicised_to", PolicyValue.Of(last));
        }

        yield return new("valid_months", PolicyValue.Of((decimal)ValidMonths));
        if (EndsBefore is { } day)
        {
            yield return new("ends_before", PolicyValue.Of(day));
        }
    }
}

/// <summary>Is this person in employment hardship (就业困难人员认定)?</summary>
/// <remarks>
/// Pure. One category is asked for at a time and only its clauses are answered. Readings: docs/decisions/0032-hardship.md.
/// </remarks>
public static class HardshipRecognition
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "registration.hardship";

    private const int MonthsAYear = 12;

    /// <summary>Decides (认定).</summary>
    public static Decision<HardshipTerms> Decide(HardshipFacts facts, PolicyContext policy)
    {
        var commitments = policy.Get(HardshipParameters.Commitments);
        var categories = policy.Get(HardshipParameters.Categories);
        var publicity = policy.Get(HardshipParameters.Publicity);
        var publicityDays = Known(policy.Get(HardshipParameters.PublicityWorkingDays));
        var publicisedTo = publicityDays.IsProven ? policy.Calendar.Due(Fact.Known("as_of", policy.AsOf), publicityDays.Value) : default;
        var validMonths = Known(policy.Get(HardshipParameters.ValidMonths));

        var examined = Decision.On(Name, facts, policy)

            // 39号 附件6 一(二)  登记失业人员中的就业困难人员除享受基本服务外，还可享受以下专项服务
            // 38号 二  推动就业困难人员认定与失业登记协同办理
            .When(policy.Get(HardshipParameters.Registered), facts.RegisteredUnemployed.Is(true))

            // 39号 五(三)  将登记失业人员是否遵守信用承诺作为认定扶持对象…的依据
            .AndIf(commitments.IsSet, commitments, facts.CommitmentBroken.Is(false))

            // 36号 第八条  重点是零就业家庭人员、建档立卡适龄贫困劳动力、大龄就业困难人员
            // 38号 二  及时将受疫情影响失业人员、残疾人员、建档立卡贫困劳动力等各类就业困难人员纳入援助对象范围
            .And(categories, facts.Category.OneOf(categories));

        return OfCategory(examined, facts, policy)

            // 39号 五(二)  对享受就业创业优惠政策的登记失业人员信息，各级人力资源社会保障部门应按规定进行公示
            .AndIf(publicity.IsSet, publicity, publicityDays.IsProven
                ? Proposition.All(publicityDays.IsEstablished(), publicisedTo.IsEstablished())
                : publicityDays.IsEstablished())
            .Using(policy.Get(HardshipParameters.PublicityWorkingDays))

            // 36号 第九条  由各市人力资源社会保障部门根据就业形势变化，适时调整…安置对象范围
            // 38号 二  动态调整就业困难人员认定标准
            .And(policy.Get(HardshipParameters.Adjustment), validMonths.IsEstablished())
            .Using(policy.Get(HardshipParameters.ValidMonths))
            .Grant(() => new HardshipTerms(publicity.IsSet ? publicisedTo.Value : null, validMonths.Value, EndOf(facts)));
    }

    private static Examination OfCategory(in Examination examined, HardshipFacts facts, PolicyContext policy)
    {
        var cityScope = policy.Get(HardshipParameters.CityScope);
        return (facts.Category.IsProven ? facts.Category.Value : default) switch
        {
            // 36号 第八条  零就业家庭人员
            HardshipCategory.ZeroEmploymentFamily =>
                examined.And(policy.Get(HardshipParameters.ZeroEmploymentFamily), facts.ZeroEmploymentFamily.Is(true)),

            HardshipCategory.RegisteredPoor => OfRegisteredPoor(examined, facts, policy),
            HardshipCategory.Older => OfOlder(examined, facts, policy),

            // 38号 二  残疾人员
            HardshipCategory.Disabled => examined.And(policy.Get(HardshipParameters.Disabled), facts.Disabled.Is(true)),

            // 38号 二  受疫情影响失业人员
            HardshipCategory.Epidemic => examined.And(policy.Get(HardshipParameters.Epidemic), facts.EpidemicHit.Is(true)),

            HardshipCategory.LongUnemployed => OfLongUnemployed(examined, facts, policy),

            // 36号 第三条  因…失去土地等原因难以实现就业…的人员，具体范围由各市…人民政府…确定
            HardshipCategory.Landless => examined.And(cityScope, Proposition.All(policy.Get(HardshipParameters.Landless).Is(true), facts.LostLand.Is(true))),
            HardshipCategory.City => examined.And(cityScope, OfCityCategory(facts, policy.Get(HardshipParameters.CityCategories))),

            // No category is known: there is nothing to ask beyond it.
            _ => examined,
        };
    }

    private static Proposition OfCityCategory(HardshipFacts facts, Dated<Terms<string>> list) => Proposition.All(
        list.IsSet ? Fact.Known(list.Name, true).IsEstablished() : Proposition.Unproven(list.Name, list.Use),
        list.IsSet ? facts.CityCategory.OneOf(list) : facts.CityCategory.IsEstablished(),
        facts.InCityCategory.Is(true));

    // 36号 第八条  “建档立卡适龄贫困劳动力”是指16周岁（含）以上，法定退休年龄或依法享受基本养老保险待遇年龄以下的建档立卡贫困人员
    private static Examination OfRegisteredPoor(in Examination examined, HardshipFacts facts, PolicyContext policy)
    {
        var youngest = policy.Get(HardshipParameters.RegisteredPoorAge);
        return examined
            .And(policy.Get(HardshipParameters.RegisteredPoor), facts.RegisteredPoor.Is(true))
            .AndIf(youngest.IsSet, youngest, Proposition.All([AgeOn(policy.AsOf, facts).AtLeast(youngest), .. BelowRetirement(facts, policy)]));
    }

    // 36号 第八条  “大龄就业困难人员”是指女性四十五周岁以上、男性五十五周岁以上，法定退休年龄以下的失业人员
    private static Examination OfOlder(in Examination examined, HardshipFacts facts, PolicyContext policy)
    {
        var sex = facts.Sex;
        var age = policy.Get(sex is { IsProven: true, Value: Sex.Female } ? HardshipParameters.OlderWomanAge : HardshipParameters.OlderManAge);
        return examined.And(age, sex.IsProven
            ? Proposition.All([sex.IsEstablished(), AgeOn(policy.AsOf, facts).AtLeast(age), .. BelowRetirement(facts, policy)])
            : sex.IsEstablished());
    }

    // 36号 第三条  连续失业一年以上仍未能实现就业的人员
    private static Examination OfLongUnemployed(in Examination examined, HardshipFacts facts, PolicyContext policy)
    {
        var months = policy.Get(HardshipParameters.UnemployedMonths);
        return examined.And(months, facts.UnemployedSince.Map(since => CompletedMonths(since, policy.AsOf)).AtLeast(months));
    }

    // 36号 第八条  “适龄”“大龄”参照法定退休年龄或者依法享受基本养老保险待遇年龄划定
    private static Proposition[] BelowRetirement(HardshipFacts facts, PolicyContext policy) =>
        [facts.ReceivesPension.Is(false), facts.RetirementDate.Above(policy.AsOf)];

    private static Fact<int> AgeOn(DateOnly day, HardshipFacts facts) => facts.BirthDate.Map(birth => Age.CompletedYears(birth, day));

    private static int CompletedMonths(DateOnly since, DateOnly day) =>
        ((day.Year - since.Year) * MonthsAYear) + day.Month - since.Month - (day.Day < since.Day ? 1 : 0);

    // The two categories that the documents define by retirement age end with it.
    private static DateOnly? EndOf(HardshipFacts facts) =>
        facts.Category.Value is HardshipCategory.RegisteredPoor or HardshipCategory.Older && facts.RetirementDate.IsProven ? facts.RetirementDate.Value : null;

    // What the city has set, as a fact: unset, it is asked for by its name.
    private static Fact<int> Known(Dated<int> set) => set.IsSet ? Fact.Known(set.Name, set.Value) : Fact.Unproven<int>(set.Name);
}
