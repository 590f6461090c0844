using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments.Data;
using Wenye.Training.Data;
using Wenye.Training.Domain.Subsidies;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;
using Outcome = Wenye.Contracts.Policy.V1.Outcome;
using PriorSubsidy = Wenye.Training.Data.PriorSubsidy;

namespace Wenye.Training.Features.Claims;

/// <summary>What people were granted by other claims and by earlier systems (已享受补贴), of every channel and place.</summary>
/// <remarks>
/// A line holds what it is granted from the day it is made, reviewed or not; withdrawn, not confirmed by the review, or with its
/// payment dropped or taken back, it holds nothing. Read under the people's locks; a claim's own lines follow one another.
/// </remarks>
internal sealed class Holdings
{
    private readonly Dictionary<Guid, List<Held>> ofPerson;

    private Holdings(IEnumerable<Held> held) => ofPerson = held.GroupBy(one => one.TraineeId).ToDictionary(group => group.Key, group => group.ToList());

    /// <summary>Reads what everybody holds but for one claim or funding (读取).</summary>
    public static async Task<Holdings> OfOthersAsync(TrainingDbContext database, IReadOnlyCollection<Guid> people, Guid except, CancellationToken cancellation)
    {
        var granted =
            from line in database.Set<ClaimLine>().AsNoTracking()
            where people.Contains(line.TraineeId) && line.ClaimId != except && line.Outcome == Outcome.Granted && line.RejectedBecause == null
                && !database.Set<StoredPayable>().Any(payable => payable.Id == line.PayableId
                    && (payable.State == PayableState.Dropped || payable.State == PayableState.Recovered))
            join claim in database.Set<Claim>() on line.ClaimId equals claim.Id
            where claim.State != ClaimState.Withdrawn
            select new Held(line.TraineeId, claim.Kind, line.Occupation, line.Level, claim.AppliedOn, line.Group == TraineeGroup.CollegeStudent, line.CertificateHash);
        var prior =
            from one in database.Set<PriorSubsidy>().AsNoTracking()
            where people.Contains(one.TraineeId)
            select new Held(one.TraineeId, one.Kind, one.Occupation, one.Level, one.PaidOn, one.InCollege, null);
        var apprenticed = Apprenticed(database, people, except);
        return new([.. await granted.ToListAsync(cancellation), .. await prior.ToListAsync(cancellation), .. await apprenticed.ToListAsync(cancellation)]);
    }

    /// <summary>Adds a line of the claim at hand that was granted: the lines behind it see it (计入).</summary>
    public void Add(Claim claim, ClaimLine line)
    {
        if (!ofPerson.TryGetValue(line.TraineeId, out var held))
        {
            ofPerson.Add(line.TraineeId, held = []);
        }

        held.Add(new(line.TraineeId, claim.Kind, line.Occupation, line.Level, claim.AppliedOn, line.Group == TraineeGroup.CollegeStudent, line.CertificateHash));
    }

    /// <summary>Courses the person was subsidised for (已享受职业培训补贴的课程); the stages of platforms are not among them.</summary>
    public IReadOnlyList<SubsidisedCourse> Courses(Guid person) =>
        [.. Of(person, ClaimKind.TrainingSubsidy).OrderBy(one => one.CountsOn).Select(one => new SubsidisedCourse(one.Occupation, one.Level, one.CountsOn))];

    /// <summary>How often while at school (在校期间次数).</summary>
    public int InCollege(Guid person) => Of(person, ClaimKind.TrainingSubsidy).Count(one => one.InCollege);

    /// <summary>How often in the year (当年次数).</summary>
    public int TimesInYear(Guid person, ClaimKind kind, int year) => Of(person, kind).Count(one => one.CountsOn.Year == year);

    /// <summary>Whether it was granted for the same occupation and level (同一职业同一等级已享受).</summary>
    public bool HasSame(ClaimLine line, ClaimKind kind) => Of(line.TraineeId, kind).Any(one => one.Occupation == line.Occupation && one.Level == line.Level);

    /// <summary>Whether the same certificate, or course, was granted (同一证书已享受).</summary>
    public bool HasCertificate(ClaimLine line, ClaimKind kind) =>
        Of(line.TraineeId, kind).Any(one => one.CertificateHash is { } hash && hash.AsSpan().SequenceEqual(line.CertificateHash));

    // An apprentice by name holds the training subsidy of the plan from the day it was told; who did not finish holds nothing any more.
    private static IQueryable<Held> Apprenticed(TrainingDbContext database, IReadOnlyCollection<Guid> people, Guid except) =>
        from one in database.Set<FundingApprentice>().AsNoTracking()
        where people.Contains(one.TraineeId) && one.FundingId != except && one.Outcome == Outcome.Granted && one.Finished != false
        join funding in database.Fundings on one.FundingId equals funding.Id
        where funding.State != FundingState.Refused && !funding.Payments.Any(payment => database.Set<StoredPayable>().Any(payable => payable.Id == payment.PayableId
            && (payable.State == PayableState.Dropped || payable.State == PayableState.Recovered)))
        join line in database.Set<FundingApprentices>() on new { one.FundingId, one.Line } equals new { line.FundingId, line.Line }
        select new Held(one.TraineeId, ClaimKind.TrainingSubsidy, line.Occupation, line.Level, funding.OpenedOn, false, null);

    private IEnumerable<Held> Of(Guid person, ClaimKind kind) => ofPerson.TryGetValue(person, out var held) ? held.Where(one => one.Kind == kind) : [];

    private sealed record Held(Guid TraineeId, ClaimKind Kind, string Occupation, int Level, DateOnly CountsOn, bool InCollege, byte[]? CertificateHash);
}
