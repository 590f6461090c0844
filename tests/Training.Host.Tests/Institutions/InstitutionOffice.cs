using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Institutions;

/// <summary>An office that keeps the institutions of a place; every instance is an agency of its own.</summary>
internal sealed class InstitutionOffice(TrainingFixture fixture, string division, params string[] roles)
{
    private static int bodies;

    public InstitutionService.InstitutionServiceClient Calls { get; } =
        new(fixture.Calls(division, roles.Length == 0 ? [Roles.Training] : roles));

    /// <summary>A valid credit code that no other test uses.</summary>
    public static string NewCreditCode()
    {
        var body = $"0{Interlocked.Increment(ref bodies):0000000}";
        var start = $"52370102{body}{UnifiedSocialCreditCode.OrganisationCheck(body)}";
        return start + UnifiedSocialCreditCode.CheckCharacter(start);
    }

    public static string NewId() => Guid.CreateVersion7().ToString();

    public static Handling By() => new() { Operator = "虚构经办", Remarks = "虚构备注" };

    /// <summary>A filing without fault, of a school unless said otherwise.</summary>
    public FileInstitutionRequest Filing(InstitutionKind kind = InstitutionKind.School, string code = "") => new()
    {
        RequestId = NewId(),
        Kind = kind,
        Division = division,
        Code = code,
        CreditCode = NewCreditCode(),
        Name = "虚构职业培训学校",
        BankAccount = "37010000000000004321",
        BankName = "虚构银行",
        Platform = kind == InstitutionKind.OnlinePlatform
            ? new PlatformQualities { LawfulAndReputable = true, TechnicallyAble = true, QualityControlled = true, RealNamesRecorded = true }
            : null,
        Handling = By(),
    };

    public async Task<Institution> FileAsync(InstitutionKind kind = InstitutionKind.School, string code = "") =>
        (await Calls.FileInstitutionAsync(Filing(kind, code))).Institution;

    public static WithdrawInstitutionRequest Withdrawal(string institutionId) =>
        new() { RequestId = NewId(), InstitutionId = institutionId, Reason = "虚构：不再承担培训任务", Handling = By() };

    public async Task<Institution> WithdrawAsync(string institutionId) => (await Calls.WithdrawInstitutionAsync(Withdrawal(institutionId))).Institution;

    public AbolishCodeRequest Abolition(string code) => new()
    {
        RequestId = NewId(),
        Division = division,
        Code = code,
        FormerName = "虚构的原培训机构",
        AbolishedOn = new DateOnly(2019, 12, 31).ToContract(),
        Handling = By(),
    };

    public static EvaluatePlatformRequest Evaluation(string institutionId, bool? dormant, bool? stale, bool? weak)
    {
        var found = new PlatformEvaluation();
        if (dormant is { } isDormant)
        {
            found.Dormant = isDormant;
        }

        if (stale is { } isStale)
        {
            found.CoursesStale = isStale;
        }

        if (weak is { } isWeak)
        {
            found.SupervisionWeak = isWeak;
        }

        return new() { RequestId = NewId(), InstitutionId = institutionId, Evaluation = found, Handling = By() };
    }
}
