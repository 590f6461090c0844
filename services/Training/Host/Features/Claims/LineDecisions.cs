using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.Training.Data;
using Wenye.Training.Domain.Allowances;
using Wenye.Training.Domain.Claims;
using Wenye.Training.Domain.Subsidies;
using Claim = Wenye.Training.Data.Claim;
using ClaimKind = Wenye.Contracts.Training.V1.ClaimKind;
using ClaimLine = Wenye.Training.Data.ClaimLine;
using Course = Wenye.Training.Data.Course;
using TrainingMode = Wenye.Contracts.Training.V1.TrainingMode;

namespace Wenye.Training.Features.Claims;

/// <summary>What decides a line (明细认定依据): the claim, the people's other subsidies, the city's standards, the platform's own records.</summary>
/// <param name="Claim">申领.</param>
/// <param name="Policy">The office's place on the day of application.</param>
/// <param name="Holdings">已享受补贴.</param>
/// <param name="Standards">市定标准.</param>
/// <param name="Courses">培训记录.</param>
internal sealed record LineBasis(
    Claim Claim, PolicyContext Policy, Holdings Holdings, IReadOnlyDictionary<(string Occupation, int Level), Course> Standards, IReadOnlyDictionary<Guid, CourseTaken> Courses)
{
    /// <summary>What the city's catalogue says of a line's occupation and level (市定补贴标准), 55号 第五条; null: not in it.</summary>
    public Course? StandardOf(ClaimLine line) => Standards.GetValueOrDefault((line.Occupation, line.Level));
}

/// <summary>Decides one line by every program that governs it (明细认定).</summary>
internal static class LineDecisions
{
    /// <summary>The decisions in order, and what the line is granted if all of them grant (认定).</summary>
    public static (IReadOnlyList<Decision> Decisions, Money Amount) Decide(ClaimLine line, LineBasis basis)
    {
        var course = line.EnrolmentId is { } id ? basis.Courses[id] : null;
        Mark(line, basis.Claim, course);
        var accepted = ClaimedLine.Decide(PlaceFacts(line, basis, course), basis.Policy);
        switch (basis.Claim.Kind)
        {
            case ClaimKind.AppraisalSubsidy:
                var appraisal = AppraisalSubsidy.Decide(AppraisalFacts(line, basis, course), basis.Policy);
                return ([accepted, Materials(line, basis), appraisal], appraisal.Result?.Amount ?? Money.Zero);
            case ClaimKind.LivingAllowance:
                var allowance = LivingAllowance.Decide(AllowanceFacts(line, basis, course!), basis.Policy);
                return ([accepted, allowance], allowance.Result?.Amount ?? Money.Zero);
            case ClaimKind.OnlinePlatform:
                var platform = TrainingSubsidy.Decide(SubsidyFacts(line, basis), basis.Policy);
                return ([accepted, platform], platform.Result?.Amount ?? Money.Zero);
            default:
                var subsidy = TrainingSubsidy.Decide(SubsidyFacts(line, basis), basis.Policy);
                return ([accepted, Materials(line, basis), subsidy], subsidy.Result?.Amount ?? Money.Zero);
        }
    }

    /// <summary>Whether the county of the household pays the line (由户籍所在地县支付).</summary>
    public static bool HouseholdCountyPays(ClaimLine line, LineBasis basis) =>
        ClaimedLine.HouseholdCountyPays(PlaceFacts(line, basis, line.EnrolmentId is { } id ? basis.Courses[id] : null), basis.Policy);

    // 55号 第十三条  对可通过信息共享、业务协同、联网核查获得的信息不需要重复提供
    private static void Mark(ClaimLine line, Claim claim, CourseTaken? course)
    {
        if (course is null)
        {
            return;
        }

        line.GroupPaper = course.Enrolment.Evidence switch
        {
            GroupEvidence.SystemChecked => MaterialForm.SystemChecked,
            _ when line.Group == TraineeGroup.Employee && claim.CreditCode is { } firm && firm == course.Enrolment.EmployedBy => MaterialForm.SystemChecked,
            GroupEvidence.Uploaded => MaterialForm.Uploaded,
            GroupEvidence.Stated when line.GroupPaper == MaterialForm.Unspecified => MaterialForm.FilledIn,
            _ => line.GroupPaper,
        };
        if (line.Certificate == CertificateKind.Completion)
        {
            line.IssuedOn = course.Valid?.IssuedOn;
            line.CertificatePaper = course.Valid is null ? MaterialForm.Unspecified : MaterialForm.SystemChecked;
        }
    }

    private static ClaimLineFacts PlaceFacts(ClaimLine line, LineBasis basis, CourseTaken? course) => new()
    {
        Kind = (Domain.Claims.ClaimKind)basis.Claim.Kind,
        CertificateUsed = basis.Holdings.HasCertificate(line, basis.Claim.Kind),
        HouseholdHere = Fact.From(course?.Enrolment.HouseholdDivision).Map(household => IsWithin(household, basis.Claim.Division)),
        CompletedOn = Fact.From(course?.Enrolment.ExaminedOn),
    };

    private static Decision<PaperList> Materials(ClaimLine line, LineBasis basis) => ClaimMaterials.Decide(
        new ClaimMaterialsFacts
        {
            Subsidy = basis.Claim.Kind == ClaimKind.AppraisalSubsidy ? ClaimedSubsidy.Appraisal : ClaimedSubsidy.Training,
            Claimant = (Domain.Claims.Claimant)basis.Claim.Channel,
            Trainee = Groups.OfSubsidy(line.Group),
            Certificate = (Domain.CertificateKind)line.Certificate,
            IdentityPaper = Paper(line.IdentityPaper),
            GroupPaper = Paper(line.GroupPaper),
            CertificatePaper = Paper(line.CertificatePaper),
            AgencyAgreement = Paper(basis.Claim.Agreement),
            Invoice = Paper(basis.Claim.Invoice),
            ApplicationForm = Paper(basis.Claim.ApplicationForm),
            Further = basis.Claim.FurtherPapers.ToDictionary(name => name, _ => PaperForm.Uploaded, StringComparer.Ordinal),
        },
        basis.Policy);

    private static TrainingSubsidyFacts SubsidyFacts(ClaimLine line, LineBasis basis) => new()
    {
        Trainee = Groups.OfSubsidy(line.Group),
        Certificate = Certificate(line),
        CertificateDate = Fact.From(line.IssuedOn),
        Occupation = line.Occupation,
        Level = line.Level,
        Standard = Fact.From(basis.StandardOf(line)?.StandardFen).Map(Money.FromFen),
        Subsidised = basis.Holdings.Courses(line.TraineeId),
        SubsidisedInCollege = basis.Holdings.InCollege(line.TraineeId),
        OnlinePlatformPaid = basis.Holdings.HasSame(line, ClaimKind.OnlinePlatform),
        Mode = line.Mode == TrainingMode.Unspecified ? default(Fact<Domain.Subsidies.TrainingMode>) : ModeOf(line.Mode),
    };

    private static AppraisalSubsidyFacts AppraisalFacts(ClaimLine line, LineBasis basis, CourseTaken? course) => new()
    {
        Certificate = Certificate(line),
        CertificateDate = Fact.From(line.IssuedOn),
        Trained = course is not null && course.Class.Occupation == line.Occupation && course.Class.Level == line.Level && course.Enrolment.Passed == true
            ? true
            : Fact.From(line.Trained),
        FirstAppraisal = basis.Holdings.HasSame(line, ClaimKind.AppraisalSubsidy) ? false : Fact.From(line.FirstAppraisal),
        FeeStandard = Fact.From(basis.StandardOf(line)?.AppraisalFeeFen).Map(Money.FromFen),
    };

    private static LivingAllowanceFacts AllowanceFacts(ClaimLine line, LineBasis basis, CourseTaken course) => new()
    {
        Trainee = Groups.OfAllowance(line),

        // No attendance online was recorded: that nobody attended is not known.
        Hours = course.OnlineHours > 0 || !course.Online ? (decimal)course.OnlineHours : default(Fact<decimal>),
        Passed = Fact.From(course.Enrolment.Passed),
        Online = course.Online,
        AllowancesThisYear = basis.Holdings.TimesInYear(line.TraineeId, ClaimKind.LivingAllowance, basis.Claim.AppliedOn.Year),
        SameBefore = basis.Holdings.HasSame(line, ClaimKind.LivingAllowance),
        CompletedOn = Fact.From(course.Enrolment.ExaminedOn),
    };

    private static Fact<Domain.CertificateKind> Certificate(ClaimLine line) =>
        line.IssuedOn is null ? default(Fact<Domain.CertificateKind>) : (Domain.CertificateKind)line.Certificate;

    private static Domain.Subsidies.TrainingMode ModeOf(TrainingMode mode) => mode switch
    {
        TrainingMode.OnlinePlatform => Domain.Subsidies.TrainingMode.OnlinePlatform,
        TrainingMode.Combined => Domain.Subsidies.TrainingMode.Combined,
        _ => Domain.Subsidies.TrainingMode.Offline,
    };

    private static Fact<PaperForm> Paper(MaterialForm form) => form == MaterialForm.Unspecified ? default(Fact<PaperForm>) : PaperOf(form);

    private static PaperForm PaperOf(MaterialForm form) => form switch
    {
        MaterialForm.SystemChecked => PaperForm.SystemChecked,
        MaterialForm.FilledIn => PaperForm.FilledIn,
        _ => PaperForm.Uploaded,
    };

    private static bool IsWithin(string household, string place)
    {
        var (from, to) = DivisionRange.Of(place);
        return string.CompareOrdinal(household, from) >= 0 && string.CompareOrdinal(household, to) < 0;
    }
}
