using System.Collections.Frozen;

namespace Wenye.ServiceDefaults;

/// <summary>Roles and what each may do (角色与权限). The one place where the two meet.</summary>
/// <remarks>Long because it is one table: who may do what is read in one place.</remarks>
public static class Roles
{
    /// <summary>Takes applications in (受理).</summary>
    public const string Intake = "intake";

    /// <summary>Reviews applications (审核).</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Serves registered people, registers employment, ends registrations (服务经办).</summary>
    public const string Caseworker = "caseworker";

    /// <summary>Says who draws a pension, and takes applications in (社会保险经办).</summary>
    public const string SocialInsurance = "social-insurance";

    /// <summary>Imports files of applications (批量导入).</summary>
    public const string Importer = "importer";

    /// <summary>Keeps the directory of offices (机构清单维护).</summary>
    public const string Directory = "directory";

    /// <summary>Keeps the code tables (代码表维护).</summary>
    public const string CodeTables = "codetables";

    /// <summary>Watches and repairs the exchange with the ministry (交换运维).</summary>
    public const string Exchange = "exchange";

    /// <summary>Another service of the platform (平台服务).</summary>
    public const string Service = "service";

    /// <summary>Verifies and searches the audit logs (审计): no other role, so that nobody verifies what they do themselves.</summary>
    public const string Auditor = "auditor";

    /// <summary>Reads figures (统计).</summary>
    public const string Statistician = "statistician";

    /// <summary>Verifies reports at a level and sends them back (报表审核).</summary>
    public const string ReportReviewer = "statistics-reviewer";

    /// <summary>Verifies doubtful records and inspects samples (数据核查).</summary>
    public const string Verifier = "statistics-verifier";

    /// <summary>Watches firms and warnings of unemployment (失业动态监测).</summary>
    public const string Monitor = "unemployment-monitor";

    /// <summary>Delivers what other agencies know of firms (企业数据归集).</summary>
    public const string FirmData = "firm-data";

    /// <summary>Screens firms, keeps refund cases and claims (稳岗经办).</summary>
    public const string Stabilization = "stabilization";

    /// <summary>Reviews claims and difficult firms, approves payments (稳岗复核).</summary>
    public const string StabilizationReviewer = "stabilization-reviewer";

    /// <summary>The service hall that firms use (企业服务大厅): confirms and claims for them.</summary>
    public const string FirmPortal = "firm-portal";

    /// <summary>Keeps institutions, catalogue, classes and claims of training (培训经办).</summary>
    public const string Training = "training";

    /// <summary>Opens and accepts classes, numbers certificates, reviews claims, approves payments (培训复核).</summary>
    public const string TrainingReviewer = "training-reviewer";

    /// <summary>The service hall that institutions, firms and trainees use (培训服务大厅): plans, enrols, records and claims for them.</summary>
    public const string TrainingPortal = "training-portal";

    /// <summary>Another agency that may read training files (档案查阅), personal fields masked.</summary>
    public const string TrainingFiles = "training-files";

    /// <summary>Takes in applications for start-up guaranteed loans, keeps their books and subsidies (创业担保贷款经办).</summary>
    public const string Loans = "loans";

    /// <summary>Qualifies borrowers, chooses banks and guarantors, reviews interest subsidies, approves payments (创业担保贷款复核).</summary>
    public const string LoansReviewer = "loans-reviewer";

    /// <summary>The service hall through which people and firms apply for loans (创业担保贷款服务大厅).</summary>
    public const string LoanPortal = "loan-portal";

    /// <summary>A bank that makes start-up guaranteed loans (经办银行): its own loans only.</summary>
    public const string LoanBank = "loan-bank";

    /// <summary>A guarantor that runs a guarantee fund (担保机构): its own fund's loans only.</summary>
    public const string LoanGuarantor = "loan-guarantor";

    /// <summary>Keeps posts, recruitment, placements and monthly subsidies (公益性岗位经办).</summary>
    public const string WelfarePosts = "welfare-posts";

    /// <summary>Approves posts, chooses and publicises candidates, reviews months, approves payments (公益性岗位复核).</summary>
    public const string WelfarePostsReviewer = "welfare-posts-reviewer";

    /// <summary>The service hall through which employers and people in hardship apply and report (公益性岗位服务大厅).</summary>
    public const string PostPortal = "post-portal";

    /// <summary>Pays (财务拨付). Never together with business, 鲁人社函〔2020〕10号 (八).</summary>
    public const string Payer = "payer";

    /// <summary>Keeps the books: sets budgets, reconciles months with finance (预算下达、对账).</summary>
    public const string Budget = "budget";

    /// <summary>Sees what a notice board shows (公众): public lists while they are public.</summary>
    public const string Public = "public";

    /// <summary>Works for the whole province: no division limit (省级).</summary>
    public const string Province = "province";

    // The directory, the code tables, the genuineness of certificates and the policy itself are public: everyone with a role may ask.
    private static readonly FrozenSet<string> GrantedToAll =
        FrozenSet.Create(StringComparer.Ordinal, "registration.offices.read", "codetables.read", "training.certificates.verify", "policy.parameters.read");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Granted = new Dictionary<string, FrozenSet<string>>
    {
        [Intake] = ["registration.applications.submit", "registration.applications.read", "registration.hardship.apply", "registration.hardship.read"],
        [Reviewer] =
        [
            "registration.applications.read", "registration.applications.review", "registration.register.read",
            "registration.hardship.read", "registration.hardship.review", "registration.employment.read", "registration.decisions.try",
        ],
        [Caseworker] =
        [
            "registration.applications.read", "registration.register.read", "registration.register.serve", "registration.register.cancel",
            "registration.employment.register", "registration.employment.read", "registration.hardship.apply", "registration.hardship.read",
            "registration.decisions.try",
        ],
        [SocialInsurance] = ["registration.applications.submit", "registration.applications.read", "registration.pensions.record"],
        [Importer] = ["registration.applications.import", "registration.applications.read"],
        [Directory] = ["registration.offices.write"],
        [CodeTables] = ["codetables.write"],
        [Exchange] = ["registration.exchange.read", "registration.exchange.repair"],
        [Service] = ["registration.status.read", "registration.employment.register", "registration.employment.read"],
        [FirmData] = ["stabilization.data.import", "stabilization.data.read"],
        [Stabilization] =
        [
            "stabilization.data.read", "stabilization.screening.run", "stabilization.screening.read", "stabilization.refunds.handle",
            "stabilization.refunds.confirm", "stabilization.refunds.read", "stabilization.claims.submit", "stabilization.claims.read",
            "stabilization.decisions.try", "stabilization.payments.read", "stabilization.payments.object",
        ],
        [StabilizationReviewer] =
        [
            "stabilization.data.read", "stabilization.screening.read", "stabilization.refunds.review", "stabilization.refunds.read",
            "stabilization.claims.review", "stabilization.claims.read", "stabilization.decisions.try", "stabilization.payments.read",
            "stabilization.payments.object", "stabilization.payments.approve",
        ],
        [FirmPortal] =
        [
            "stabilization.refunds.confirm", "stabilization.refunds.read", "stabilization.claims.submit", "stabilization.claims.read",
            "stabilization.decisions.try", "stabilization.payments.object",
        ],
        [Training] =
        [
            "training.institutions.write", "training.catalogue.write", "training.catalogue.read", "training.classes.run", "training.classes.read",
            "training.certificates.read", "training.certificates.reissue", "training.claims.submit", "training.claims.read",
            "training.funding.handle", "training.funding.read", "training.files.read", "training.signals.read", "training.decisions.try",
            "training.payments.read", "training.payments.object",
        ],
        [TrainingReviewer] =
        [
            "training.catalogue.read", "training.classes.review", "training.classes.read", "training.certificates.issue", "training.certificates.read",
            "training.claims.review", "training.claims.read", "training.funding.review", "training.funding.read", "training.files.read",
            "training.signals.read", "training.decisions.try", "training.payments.read", "training.payments.object", "training.payments.approve",
        ],
        [TrainingPortal] =
        [
            "training.catalogue.read", "training.classes.run", "training.classes.read", "training.certificates.read", "training.certificates.reissue",
            "training.claims.submit", "training.claims.read", "training.funding.read", "training.decisions.try", "training.payments.object",
        ],
        [TrainingFiles] = ["training.files.read"],
        [Loans] =
        [
            "loans.partners.read", "loans.rates.read", "loans.applications.submit", "loans.applications.read", "loans.funds.read",
            "loans.books.read", "loans.subsidies.run", "loans.subsidies.read", "loans.decisions.try", "loans.payments.read", "loans.payments.object",
        ],
        [LoansReviewer] =
        [
            "loans.partners.write", "loans.partners.read", "loans.rates.write", "loans.rates.read", "loans.applications.read", "loans.applications.handle",
            "loans.applications.review", "loans.funds.read", "loans.funds.review", "loans.books.read", "loans.subsidies.read",
            "loans.subsidies.review", "loans.decisions.try", "loans.payments.read", "loans.payments.object", "loans.payments.approve",
        ],
        [LoanPortal] =
        [
            "loans.partners.read", "loans.rates.read", "loans.applications.submit", "loans.applications.read", "loans.decisions.try",
            "loans.payments.object",
        ],
        [LoanBank] =
        [
            "loans.partners.read", "loans.rates.read", "loans.applications.read", "loans.applications.handle", "loans.contracts.write", "loans.books.write", "loans.books.read",
            "loans.funds.read", "loans.subsidies.claim", "loans.subsidies.read", "loans.decisions.try",
        ],
        [LoanGuarantor] =
        [
            "loans.partners.read", "loans.rates.read", "loans.applications.read", "loans.applications.handle", "loans.diligence.record", "loans.books.read", "loans.funds.read",
            "loans.funds.write", "loans.decisions.try",
        ],
        [WelfarePosts] =
        [
            "welfare_posts.posts.propose", "welfare_posts.posts.write", "welfare_posts.posts.read", "welfare_posts.wages.read", "welfare_posts.rounds.write",
            "welfare_posts.rounds.read", "welfare_posts.candidates.submit", "welfare_posts.candidates.rank", "welfare_posts.candidates.read",
            "welfare_posts.candidates.object", "welfare_posts.placements.write",
            "welfare_posts.placements.read", "welfare_posts.attendance.write", "welfare_posts.attendance.read", "welfare_posts.months.run",
            "welfare_posts.months.read", "welfare_posts.supervision.write", "welfare_posts.supervision.read", "welfare_posts.decisions.try",
            "welfare_posts.payments.read", "welfare_posts.payments.object",
        ],
        [WelfarePostsReviewer] =
        [
            "welfare_posts.posts.review", "welfare_posts.posts.read", "welfare_posts.wages.write", "welfare_posts.wages.read", "welfare_posts.rounds.review",
            "welfare_posts.rounds.read", "welfare_posts.candidates.review", "welfare_posts.candidates.read", "welfare_posts.candidates.object",
            "welfare_posts.placements.read", "welfare_posts.attendance.read", "welfare_posts.months.review", "welfare_posts.months.read",
            "welfare_posts.supervision.read", "welfare_posts.decisions.try", "welfare_posts.payments.read", "welfare_posts.payments.object",
            "welfare_posts.payments.approve",
        ],
        [PostPortal] =
        [
            "welfare_posts.posts.propose", "welfare_posts.posts.read", "welfare_posts.rounds.read", "welfare_posts.candidates.submit",
            "welfare_posts.candidates.object", "welfare_posts.attendance.write",
            "welfare_posts.attendance.read", "welfare_posts.placements.read", "welfare_posts.placements.report", "welfare_posts.decisions.try",
            "welfare_posts.payments.object",
        ],
        [Payer] =
        [
            "stabilization.payments.read", "stabilization.payments.pay", "training.payments.read", "training.payments.pay",
            "loans.payments.read", "loans.payments.pay", "loans.funds.read", "welfare_posts.payments.read", "welfare_posts.payments.pay",
        ],
        [Budget] =
        [
            "stabilization.payments.read", "stabilization.payments.budget", "stabilization.payments.statement",
            "training.payments.read", "training.payments.budget", "training.payments.statement",
            "loans.payments.read", "loans.payments.budget", "loans.payments.statement",
            "welfare_posts.payments.read", "welfare_posts.payments.budget", "welfare_posts.payments.statement",
        ],
        [Auditor] = ["audit.read"],
        [Public] = ["payments.public.read", "welfare_posts.rounds.read"],
        [Statistician] =
        [
            "statistics.counts.read", "statistics.records.read", "statistics.facts.import", "statistics.figures.rebuild", "statistics.decisions.try",
            "statistics.verification.read", "statistics.warnings.read", "statistics.reports.read", "statistics.reports.submit",
            "statistics.forms.file", "statistics.forms.read",
        ],
        [ReportReviewer] =
        [
            "statistics.counts.read", "statistics.records.read", "statistics.verification.read", "statistics.warnings.read",
            "statistics.reports.read", "statistics.reports.verify", "statistics.forms.read", "statistics.decisions.try",
        ],
        [Verifier] =
        [
            "statistics.counts.read", "statistics.records.read", "statistics.verification.read", "statistics.verification.handle",
            "statistics.reports.read", "statistics.decisions.try",
        ],
        [Monitor] =
        [
            "statistics.counts.read", "statistics.warnings.read", "statistics.warnings.handle", "statistics.monitoring.write",
            "statistics.reports.read", "statistics.decisions.try",
        ],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether one of the roles grants the permission (是否授权). A role that nobody defined grants nothing.</summary>
    public static bool Grant(IEnumerable<string> roles, string permission) =>
        roles.Any(role => Granted.TryGetValue(role, out var permissions) && (permissions.Contains(permission) || GrantedToAll.Contains(permission)));
}
