using Wenye.Policy;

namespace Wenye.Training.Domain.Subsidies;

/// <summary>What training.appraisal_subsidy looks at (职业技能鉴定补贴的事实): one person and certificate. What is left out is unproven.</summary>
public sealed record AppraisalSubsidyFacts : IFacts
{
    /// <summary>证书类别.</summary>
    public Fact<CertificateKind> Certificate { get; init => field = value.Named("certificate"); } = Fact.Unproven<CertificateKind>("certificate");

    /// <summary>The day of the certificate (发证日期).</summary>
    public Fact<DateOnly> CertificateDate { get; init => field = value.Named("certificate_date"); } = Fact.Unproven<DateOnly>("certificate_date");

    /// <summary>Was trained before the appraisal (经培训后参加鉴定).</summary>
    public Fact<bool> Trained { get; init => field = value.Named("trained"); } = Fact.Unproven<bool>("trained");

    /// <summary>The first appraisal of the occupation and level (同一职业（工种）同一等级初次鉴定).</summary>
    public Fact<bool> FirstAppraisal { get; init => field = value.Named("first_appraisal"); } = Fact.Unproven<bool>("first_appraisal");

    /// <summary>Yuan charged for the appraisal by 鲁价费函〔2016〕85号 (收费标准); that document is the operator's to enter.</summary>
    public Fact<Money> FeeStandard { get; init => field = value.Named("fee_standard"); } = Fact.Unproven<Money>("fee_standard");

    /// <summary>Reads the facts by name (读取).</summary>
    public static AppraisalSubsidyFacts Read(FactSet given) => new()
    {
        Certificate = given.Choice<CertificateKind>("certificate"),
        CertificateDate = given.Day("certificate_date"),
        Trained = given.Truth("trained"),
        FirstAppraisal = given.Truth("first_appraisal"),
        FeeStandard = given.Money("fee_standard"),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() => [Certificate.Recorded, CertificateDate.Recorded, Trained.Recorded, FirstAppraisal.Recorded, FeeStandard.Recorded];
}

/// <summary>Is the fee of an appraisal subsidised (职业技能鉴定补贴)?</summary>
public static class AppraisalSubsidy
{
    /// <summary>Name of the decision (决定事项).</summary>
    public const string Name = "training.appraisal_subsidy";

    private static readonly Parameter<Terms<CertificateKind>> Certificates = Parameter.Terms<CertificateKind>("training.appraisal_certificates");

    /// <summary>Decides (认定).</summary>
    public static Decision<SubsidyAmount> Decide(AppraisalSubsidyFacts facts, PolicyContext policy)
    {
        var certificates = policy.Get(Certificates);
        var lastDay = policy.Get(SubsidyParameters.LastDay);
        return Decision.On(Name, facts, policy)

            // 55号 第八条  经培训后参加同一职业（工种）同一等级初次职业技能鉴定、专项职业能力考核获得职业资格证书、专项职业能力证书的…；
            // 对通过职业技能等级认定获得职业技能等级证书的，参照鲁价费函〔2016〕85号文件执行
            .When(certificates, Proposition.All(facts.Certificate.OneOf(certificates), facts.CertificateDate.AtMost(policy.AsOf)))
            .AndIf(certificates.IsSet, certificates, Proposition.All(facts.Trained.Is(true), facts.FirstAppraisal.Is(true)))

            // 55号 第八条  按照…鲁价费函〔2016〕85号…收费标准给予职业技能鉴定补贴
            .AndIf(certificates.IsSet, certificates, facts.FeeStandard.Above(Money.Zero))

            // 55号 第二十五条  执行至2021年12年31日
            .AndIf(certificates.IsSet, lastDay, facts.CertificateDate.AtMost(lastDay))
            .Grant(facts, static given => new SubsidyAmount(given.FeeStandard.Value, 1m));
    }
}
