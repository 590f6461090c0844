using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Statistics.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Statistics.Data;
using Wenye.Statistics.Data.NewEmployment;
using Wenye.Statistics.Data.Verification;
using Wenye.Statistics.Features.NewEmployment;
using Doubt = Wenye.Contracts.Statistics.V1.Doubt;
using DoubtKind = Wenye.Contracts.Statistics.V1.DoubtKind;

namespace Wenye.Statistics.Features.Verification;

/// <summary>Doubts, steps and samples as callers see them (核实应答).</summary>
internal static class VerificationAnswers
{
    /// <summary>Whether a caller sees who said what (经办人与说明): those who verify.</summary>
    public static bool MaySeeNotes(Caller caller) => caller.Roles.Contains(Roles.Verifier);

    /// <summary>A doubt; <paramref name="verdict"/> is what became of its record, null while that is in no figure.</summary>
    public static Doubt ToContract(this DoubtfulRecord doubt, EmploymentVerdict? verdict) => new()
    {
        EmploymentId = doubt.EmploymentId.ToString(),
        PersonId = doubt.PersonId.ToString(),
        Division = doubt.Division,
        Period = doubt.Period,
        State = Term<DoubtState>.TryParse(doubt.State, out var state) ? state : DoubtState.Unspecified,
        Kinds = { DoubtTerms.Read(doubt.Kinds).Select(kind => (DoubtKind)(int)kind) },
        Clause = RecordAnswers.ClauseOf(doubt.Clause),
        Since = doubt.OpenedOn.ToContract(),
        Decides = verdict?.Ground == doubt.Clause,
    };

    /// <summary>What became of a record.</summary>
    public static Task<EmploymentVerdict?> VerdictAsync(this StatisticsDbContext database, Guid employment, CancellationToken cancellation) =>
        database.Set<EmploymentVerdict>().AsNoTracking().SingleOrDefaultAsync(one => one.EmploymentId == employment, cancellation);

    /// <summary>A step.</summary>
    public static VerificationStep ToContract(this Step step, string state, bool showNotes) => new()
    {
        Sequence = step.Sequence,
        OccurredAt = Moment(step.OccurredAt),
        Agency = step.Agency,
        State = state,
        Operator = showNotes ? step.Operator ?? "" : "",
        Note = showNotes ? step.Note ?? "" : "",
    };

    /// <summary>RFC 3339.</summary>
    public static string Moment(DateTimeOffset moment) => moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
