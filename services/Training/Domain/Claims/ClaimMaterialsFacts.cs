using Wenye.Policy;
using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain.Claims;

/// <summary>What training.claim_materials looks at (申请材料的事实): one person and certificate of a claim. A paper left out is not at hand.</summary>
public sealed record ClaimMaterialsFacts : IFacts
{
    private const string FurtherName = "further_papers";

    /// <summary>申领的补贴.</summary>
    public Fact<ClaimedSubsidy> Subsidy { get; init => field = value.Named("subsidy"); } = Fact.Unproven<ClaimedSubsidy>("subsidy");

    /// <summary>申领方式.</summary>
    public Fact<Claimant> Claimant { get; init => field = value.Named("claimant"); } = Fact.Unproven<Claimant>("claimant");

    /// <summary>培训对象; not asked for where an appraisal is claimed.</summary>
    public Fact<SubsidyTrainee> Trainee { get; init => field = value.Named("trainee"); } = Fact.Unproven<SubsidyTrainee>("trainee");

    /// <summary>证书类别.</summary>
    public Fact<CertificateKind> Certificate { get; init => field = value.Named("certificate"); } = Fact.Unproven<CertificateKind>("certificate");

    /// <summary>居民身份证.</summary>
    public Fact<PaperForm> IdentityPaper { get; init => field = value.Named("identity_paper"); } = Fact.Unproven<PaperForm>("identity_paper");

    /// <summary>群体身份材料.</summary>
    public Fact<PaperForm> GroupPaper { get; init => field = value.Named("group_paper"); } = Fact.Unproven<PaperForm>("group_paper");

    /// <summary>证书.</summary>
    public Fact<PaperForm> CertificatePaper { get; init => field = value.Named("certificate_paper"); } = Fact.Unproven<PaperForm>("certificate_paper");

    /// <summary>代领补贴协议书.</summary>
    public Fact<PaperForm> AgencyAgreement { get; init => field = value.Named("agency_agreement"); } = Fact.Unproven<PaperForm>("agency_agreement");

    /// <summary>税务发票或行政事业性收费票据.</summary>
    public Fact<PaperForm> Invoice { get; init => field = value.Named("invoice"); } = Fact.Unproven<PaperForm>("invoice");

    /// <summary>补贴申领表.</summary>
    public Fact<PaperForm> ApplicationForm { get; init => field = value.Named("application_form"); } = Fact.Unproven<PaperForm>("application_form");

    /// <summary>Papers at hand that the city asks for besides (市里补充的材料): name to form.</summary>
    public IReadOnlyDictionary<string, PaperForm> Further { get; init; } = new Dictionary<string, PaperForm>(StringComparer.Ordinal);

    /// <summary>A paper as it is at hand (材料现状).</summary>
    public Fact<PaperForm> this[ClaimPaper paper] => paper switch
    {
        ClaimPaper.IdentityPaper => IdentityPaper,
        ClaimPaper.GroupPaper => GroupPaper,
        ClaimPaper.CertificatePaper => CertificatePaper,
        ClaimPaper.AgencyAgreement => AgencyAgreement,
        ClaimPaper.Invoice => Invoice,
        _ => ApplicationForm,
    };

    /// <summary>Reads the facts by name (读取).</summary>
    /// <exception cref="FactException">A further paper has no such form.</exception>
    public static ClaimMaterialsFacts Read(FactSet given) => new()
    {
        Subsidy = given.Choice<ClaimedSubsidy>("subsidy"),
        Claimant = given.Choice<Claimant>("claimant"),
        Trainee = given.Choice<SubsidyTrainee>("trainee"),
        Certificate = given.Choice<CertificateKind>("certificate"),
        IdentityPaper = given.Choice<PaperForm>("identity_paper"),
        GroupPaper = given.Choice<PaperForm>("group_paper"),
        CertificatePaper = given.Choice<PaperForm>("certificate_paper"),
        AgencyAgreement = given.Choice<PaperForm>("agency_agreement"),
        Invoice = given.Choice<PaperForm>("invoice"),
        ApplicationForm = given.Choice<PaperForm>("application_form"),
        Further = (given.Texts(FurtherName) ?? new Dictionary<string, string>(StringComparer.Ordinal)).ToDictionary(one => one.Key, one => Form(one.Value), StringComparer.Ordinal),
    };

    /// <inheritdoc/>
    public IEnumerable<NamedValue> Recorded() =>
    [
        Subsidy.Recorded,
        Claimant.Recorded,
        Trainee.Recorded,
        Certificate.Recorded,
        IdentityPaper.Recorded,
        GroupPaper.Recorded,
        CertificatePaper.Recorded,
        AgencyAgreement.Recorded,
        Invoice.Recorded,
        ApplicationForm.Recorded,
        new(FurtherName, Further.Count == 0 ? default : FurtherRecorded()),
    ];

    private static PaperForm Form(string text) => Term<PaperForm>.TryParse(text, out var form)
        ? form
        : throw new FactException(FurtherName, $"“{FurtherName}”每一项应为：{string.Join('、', Term<PaperForm>.All)}。");

    private PolicyValue FurtherRecorded()
    {
        NamedValue[] entries = [.. Further.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new NamedValue(one.Key, PolicyValue.From(one.Value)))];
        return PolicyValue.Of(entries);
    }
}
