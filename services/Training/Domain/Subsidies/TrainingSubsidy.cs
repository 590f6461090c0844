using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>Is the training of this person subsidised, and with how much (职业培训补贴)?</summary>
/// <remarks>Pure; run for every claim of a batch. The rules are those of the day of the decision. Readings: docs/decisions/0050-training-decisions.md.</remarks>
public static class TrainingSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.subsidy";

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyAmount> Decide(TrainingSubsidyFacts facts, PolicyContext policy)
    {
        var rules = SubsidyRules.Under(policy);
        var examined = Decision.On(Name, facts, policy);
        examined = rules switch
        {
            { Certificates.IsSet: false, AsProvided.IsSet: true } => AsProvided(examined, facts, rules, policy),

            // 11号 四  根据其组织培训并考核合格的重点群体人数
            { Certificates.IsSet: false, PlatformShare.IsSet: true } when SubsidyStages.IsPlatform(facts) =>
                examined.And(rules.PlatformShare, facts.CertificateDate.AtMost(policy.AsOf)),
            _ => Conditions(examined, facts, rules, policy),
        };
        return SubsidyStages.Examine(examined, facts, rules)
            .Grant((facts, rules), static given => Amount(SubsidyStages.Share(given.facts, given.rules), given.facts));
    }

    private static SubsidyAmount Amount(decimal share, TrainingSubsidyFacts facts) => new(Money.Round(facts.Standard.Value.Yuan * share), share);

    // 邢南政发〔2020〕1号 (十七)  按规定给予职业培训和生活费补贴…对企业组织职工参加线上线下培训，组织新招用农民工、高校毕业生参加岗前培训的，给予职业培训补贴
    private static Examination AsProvided(Examination examined, TrainingSubsidyFacts facts, SubsidyRules rules, PolicyContext policy) => examined
        .And(rules.AsProvided, Proposition.All(facts.Trainee.IsEstablished(), facts.CertificateDate.AtMost(policy.AsOf)));

    private static Examination Conditions(Examination examined, TrainingSubsidyFacts facts, SubsidyRules rules, PolicyContext policy)
    {
        // 55号 第四条  符合条件的劳动者…参加培训后取得证书（职业资格证书、职业技能等级证书、专项职业能力证书、特种作业操作证、特种设备作业人员证、培训合格证书）的
        examined = examined.And(rules.Certificates, facts.Certificate.OneOf(rules.Certificates));
        if (!rules.Certificates.IsSet)
        {
            return examined;
        }

        examined = examined
            .And(rules.Certificates, facts.CertificateDate.AtMost(policy.AsOf))

            // 55号 第四条  给予每人每年不超过3次的职业培训补贴（不含高等院校在校生）
            .And(rules.TimesAYear, FewThisYear(facts, rules, policy))

            // 55号 第四条  同一职业（工种）同一等级一年内不可重复享受
            .And(rules.RepeatYears, facts.Occupation.IsEstablished())
            .And(rules.RepeatYears, facts.Level.IsEstablished())
            .And(rules.RepeatYears, SubsidyLimits.IsNew(facts.Subsidised, facts.Occupation, facts.Level, rules.RepeatYears.Value, policy));
        return Trainee(examined, facts, rules)

            // 55号 第二十五条  本办法自发布之日起施行，执行至2021年12年31日
            .And(rules.LastDay, facts.CertificateDate.AtMost(rules.LastDay));
    }

    private static Examination Trainee(Examination examined, TrainingSubsidyFacts facts, SubsidyRules rules) => examined

        // 55号 第六条(一)  企业职工（含在企业工作的劳务派遣人员）参加…给予一定标准的职业培训补贴
        // 55号 第六条(二)  对贫困家庭子女、…开展免费职业技能培训；对毕业离校2年内未就业的…毕业生…、登记失业人员…给予一定标准的职业培训补贴
        // 55号 第六条(三)  全日制高等学校、职业院校在校学生…参加职业技能培训，给予一定标准的职业培训补贴
        // 鲁政办发〔2020〕19号 12  将符合条件的灵活就业人员纳入职业技能提升行动补贴范围
        // 72号 一(二)  有条件的市可将企业职工范围扩大到…未建立劳动关系但通过平台提供服务获取劳动报酬的人员
        .WhenAnyOf(rules.Certificates, rules.Grounds(facts.Trainee))
        .AndIf(IsOf(facts, SubsidyTrainee.PlatformWorker) && rules.PlatformWorkers.IsSet, rules.PlatformWorkers, rules.PlatformWorkersOfCity.Is(true))

        // 55号 第六条(三)  在校期间每人不超过3次
        .AndIf(IsOf(facts, SubsidyTrainee.CollegeStudent), rules.TimesInCollege, facts.SubsidisedInCollege.Below(rules.TimesInCollege));

    private static bool IsOf(TrainingSubsidyFacts facts, SubsidyTrainee trainee) => facts.Trainee.IsProven && facts.Trainee.Value == trainee;

    private static Proposition FewThisYear(TrainingSubsidyFacts facts, SubsidyRules rules, PolicyContext policy)
    {
        var isStudent = facts.Trainee.Is(SubsidyTrainee.CollegeStudent);
        return isStudent.Answer switch
        {
            Answer.Met => isStudent,
            Answer.NotMet => SubsidyLimits.TimesThisYear(facts.Subsidised, policy).Below(rules.TimesAYear),
            _ => Proposition.Any(isStudent, SubsidyLimits.TimesThisYear(facts.Subsidised, policy).Below(rules.TimesAYear)),
        };
    }
}
