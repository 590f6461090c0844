using Google.Rpc;
using Grpc.Core;
using Wenye.Contracts.Registration.V1;
using Decision = Wenye.Contracts.Policy.V1.Decision;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>What Registration said when an employment was to be registered (就业登记结果).</summary>
/// <param name="EmploymentId">Its key; null: not registered.</param>
/// <param name="Decisions">What it decided: registration.employment, and on ending the registration as unemployed.</param>
/// <param name="Ended">The registration as unemployed that ended; null: there was none.</param>
/// <param name="Objection">Why it did not take the form; null: it did.</param>
internal sealed record EmploymentAnswer(Guid? EmploymentId, IReadOnlyList<Decision> Decisions, Registration? Ended, EmploymentObjection? Objection)
{
    /// <summary>The clauses by which it is no employment (不予登记的条款).</summary>
    public string Clauses => string.Join('、', Decisions.SelectMany(one => one.Findings)
        .Where(finding => finding.Answer != Wenye.Contracts.Policy.V1.Answer.Met)
        .Select(finding => $"{finding.Clause.Document} {finding.Clause.Item}").Distinct(StringComparer.Ordinal));

    public static EmploymentAnswer Of(RegisterEmploymentResponse said)
    {
        IEnumerable<Decision?> decisions = [said.EmploymentDecision, said.Decision];
        return new(said.Applied ? Guid.Parse(said.Employment.EmploymentId) : null, [.. decisions.OfType<Decision>()], said.EndedRegistration, null);
    }
}

/// <summary>A call that Registration answered with an error of its own (失业登记系统不受理).</summary>
/// <param name="Reason">Stable, as its contract has it.</param>
/// <param name="Fields">Fields at fault; empty: none.</param>
internal sealed record EmploymentObjection(string Reason, IReadOnlyList<string> Fields)
{
    // It answered: asking again changes nothing. Everything else is an outage.
    private static readonly StatusCode[] Answers =
        [StatusCode.InvalidArgument, StatusCode.FailedPrecondition, StatusCode.AlreadyExists, StatusCode.NotFound, StatusCode.PermissionDenied];

    /// <summary>Whether the error is an answer (是否为业务答复).</summary>
    public static bool IsAnswer(RpcException error) => Answers.Contains(error.StatusCode);

    public static EmploymentObjection Of(RpcException error)
    {
        var status = error.GetRpcStatus();
        return new(
            status?.GetDetail<ErrorInfo>()?.Reason ?? error.StatusCode.ToString(),
            [.. status?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => violation.Field) ?? []]);
    }
}
