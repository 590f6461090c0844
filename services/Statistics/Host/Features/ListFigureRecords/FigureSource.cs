using Wenye.Contracts.Statistics.V1;

namespace Wenye.Statistics.Features.ListFigureRecords;

/// <summary>Where the events of a figure lie (明细来源): SQL over the facts that are kept, by the names of the tables.</summary>
/// <param name="Facts">A table, or a query of "@on", the last day of the period.</param>
/// <param name="Key">What it is listed and paged by: the sender's key.</param>
/// <param name="Opens">The call that opens one; {0} is the service of its kind, as benefits are named.</param>
internal sealed record FigureSource(string Facts, string Key, string Opens)
{
    private const string Live = """
        (SELECT division, registration_id, person_id, registered_on AS day, urban, 1 AS adds FROM registered_person AS begun
            WHERE registered_on <= @on AND NOT EXISTS (SELECT FROM cancelled_registration AS ended WHERE ended.registration_id = begun.registration_id AND cancelled_on <= @on)
        UNION ALL SELECT division, registration_id, person_id, cancelled_on, (SELECT urban FROM registered_person AS begun WHERE begun.registration_id = ended.registration_id), -1
            FROM cancelled_registration AS ended
            WHERE cancelled_on <= @on AND NOT EXISTS (SELECT FROM registered_person AS begun WHERE begun.registration_id = ended.registration_id AND registered_on <= @on))
        """;

    private const string Drawdowns = """
        (SELECT division, month, kind, loan_id, loan_id || '/' || drawdown AS key, amount_fen, is_first::int AS first FROM paid_out_loan
        UNION ALL SELECT division, month, kind, loan_id, loan_id || '/' || drawdown || '/reversal', -amount_fen, -(was_only::int) FROM reversed_disbursement)
        """;

    // 城镇, 乡村, 未说明: where the registration was made, by the names of the report's parts.
    private const string Area = "CASE urban WHEN true THEN 'urban' WHEN false THEN 'rural' ELSE 'unstated' END";

    private const string Registration = "wenye.registration.v1.UnemploymentRegisterService/GetRegistration";
    private const string Employment = "wenye.registration.v1.EmploymentService/GetEmployment";
    private const string Recognition = "wenye.registration.v1.HardshipService/GetRecognition";
    private const string Class = "wenye.training.v1.ClassService/GetClass";

    /// <summary>By measure: each figure of ListRegistrationCounts and its like (全部).</summary>
    public static IReadOnlyDictionary<FigureMeasure, FigureSource> All { get; } = new Dictionary<FigureMeasure, FigureSource>
    {
        [FigureMeasure.Registered] = new("registered_person", "registration_id", Registration) { Day = "registered_on", Kind = Area },
        [FigureMeasure.Cancelled] = new("cancelled_registration", "registration_id", Registration) { Day = "cancelled_on", Kind = "reason_code" },
        [FigureMeasure.BecameEmployed] = new("cancelled_registration", "registration_id", Registration) { Day = "cancelled_on", Kind = "reason_code", Where = "became_employed" },
        [FigureMeasure.LiveAtEnd] = new(Live, "registration_id", Registration) { Day = "day", Adds = "adds", Month = null, Kind = Area },
        [FigureMeasure.EmploymentsRegistered] = new("registered_employment", "employment_id", Employment) { Day = "registered_on", Kind = "manner" },
        [FigureMeasure.EmploymentsEnded] = new("ended_employment", "employment_id", Employment) { Day = "registered_on", Kind = "manner" },
        [FigureMeasure.HardshipRecognised] = new("recognised_hardship", "recognition_id", Recognition) { Day = "recognised_on", Kind = "category" },
        [FigureMeasure.HardshipEnded] = new("ended_hardship", "recognition_id", Recognition) { Day = "ended_on", Kind = "category" },
        [FigureMeasure.Paid] = new("made_payment", "payment_no", "wenye.{0}.v1.PaymentService/ListPayables")
        {
            Month = "month", Person = "payee", Kind = "benefit", Adds = "amount_fen", OpenedWith = "payee", KeyType = "text",
        },
        [FigureMeasure.Trained] = new("accepted_class", "class_id", Class) { Month = "month", Person = None, Kind = "category", Adds = "trainees" },
        [FigureMeasure.Passed] = new("accepted_class", "class_id", Class) { Month = "month", Person = None, Kind = "category", Adds = "passed" },
        [FigureMeasure.CertificatesIssued] = new("issued_certificates", "batch_id", "wenye.training.v1.CertificateService/ListCertificates")
        {
            Month = "month", Person = None, Kind = "category", Adds = "count",
        },
        [FigureMeasure.CertificatesRevoked] = new("revoked_certificate", "enrolment_id", "wenye.training.v1.CertificateService/GetCertificate") { Month = "month", Person = None, Kind = "category" },
        [FigureMeasure.Loans] = new(Drawdowns, "key", "wenye.loans.v1.LoanBookService/GetLoan")
        {
            Month = "month", Person = None, Kind = "kind", Adds = "first", OpenedWith = "loan_id::text", KeyType = "text", Where = "first <> 0",
        },
        [FigureMeasure.LoanAmount] = new(Drawdowns, "key", "wenye.loans.v1.LoanBookService/GetLoan")
        {
            Month = "month", Person = None, Kind = "kind", Adds = "amount_fen", OpenedWith = "loan_id::text", KeyType = "text",
        },
    };

    private const string None = "''";

    /// <summary>The period's column; null: the query itself says which (期间).</summary>
    public string? Month { get; private init; } = "period";

    /// <summary>The day's column; null: none is kept (日期).</summary>
    public string? Day { get; private init; }

    private string Person { get; init; } = "person_id::text";

    private string Kind { get; init; } = None;

    private string Adds { get; init; } = "1";

    private string Where { get; init; } = "true";

    private string KeyType { get; init; } = "uuid";

    private string? OpenedWith { get; init; }

    /// <summary>A page after a division and key, one more than fits (一页明细); @area, @period, @on, @kind, @person, @division, @key, @most.</summary>
    public string Page => $"""
        SELECT division, {Key}::text AS key, {Person} AS "PersonId", {Day ?? "NULL::date"} AS day, {Kind} AS kind, ({Adds})::bigint AS adds, {OpenedWith ?? $"{Key}::text"} AS "OpenedWith"
        FROM {Facts} AS fact WHERE {Counted} AND (division, {Key}) > (@division COLLATE "C", nullif(@key, '')::{KeyType})
        ORDER BY division, {Key} LIMIT @most
        """;

    /// <summary>What all of them add up to, and how many they are (合计); @area, @period, @on, @kind, @person.</summary>
    public string Sum => $"""SELECT coalesce(sum({Adds}), 0)::bigint AS "Figure", count(*) AS "Total" FROM {Facts} AS fact WHERE {Counted}""";

    private string Counted => $"{Where} AND starts_with(division, @area) AND {(Month is null ? "true" : $"{Month} = @period")} AND (@kind = '' OR {Kind} = @kind) AND (@person = '' OR {Person} = @person)";
}
