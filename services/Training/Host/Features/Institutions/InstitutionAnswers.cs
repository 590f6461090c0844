using System.Text.Json;
using Google.Protobuf.Reflection;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Institution = Wenye.Training.Data.Institution;
using PlatformEvaluation = Wenye.Training.Data.PlatformEvaluation;

namespace Wenye.Training.Features.Institutions;

/// <summary>Institutions as callers see them (培训主体应答).</summary>
internal static class InstitutionAnswers
{
    /// <summary>States as the contract names them (备案状态).</summary>
    public static readonly EnumDescriptor States = InstitutionServiceReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(InstitutionState));

    private const int Shown = 4;
    private const int LeastHidden = 4;

    /// <summary>The institution without its evaluations and steps (培训主体).</summary>
    public static Contract.Institution ToContract(this Institution institution, Caller caller) => new()
    {
        InstitutionId = institution.Id.ToString(),
        Kind = institution.Kind,
        Division = institution.Division,
        Code = InstitutionCodes.Text(institution.Code),
        CreditCode = institution.CreditCode,
        Name = institution.Name,
        State = institution.State,
        FiledOn = institution.FiledOn.ToContract(),
        WithdrawnOn = institution.WithdrawnOn?.ToContract(),
        WithdrawnBecause = institution.WithdrawnBecause ?? "",
        BankAccount = caller.HandlesTraining() ? Mask(institution.BankAccount) : "",
        BankName = caller.HandlesTraining() ? institution.BankName ?? "" : "",
    };

    /// <summary>An evaluation with what was found (综合评价), read from the decision that was stored. A selection found none of the three.</summary>
    public static Contract.PlatformEvaluation ToContract(this PlatformEvaluation evaluation)
    {
        using var record = JsonDocument.Parse(evaluation.Decision);
        var facts = record.RootElement.GetProperty("facts");
        var answer = new Contract.PlatformEvaluation
        {
            EvaluatedOn = evaluation.EvaluatedOn.ToContract(), Decision = StoredDecisions.ToContract(evaluation.Decision),
        };
        if (Found(facts, "dormant") is { } dormant)
        {
            answer.Dormant = dormant;
        }

        if (Found(facts, "courses_stale") is { } stale)
        {
            answer.CoursesStale = stale;
        }

        if (Found(facts, "supervision_weak") is { } weak)
        {
            answer.SupervisionWeak = weak;
        }

        return answer;
    }

    /// <summary>A line of the list of abolished codes (废置清单行).</summary>
    public static AbolishedCode ToContract(this InstitutionCode code) => new()
    {
        Division = code.Division,
        Code = InstitutionCodes.Text(code.Code),
        FormerName = code.Name,
        AbolishedOn = code.AbolishedOn?.ToContract(),
    };

    // The last four tell two apart; what is too short for that is hidden altogether.
    private static string Mask(string? account) =>
        account is not { Length: > 0 } ? ""
        : account.Length < Shown + LeastHidden ? "***"
        : new string('*', account.Length - Shown) + account[^Shown..];

    private static bool? Found(JsonElement facts, string name) =>
        facts.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;
}
