using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Domain.Certificates;
using CertificateKind = Wenye.Contracts.Training.V1.CertificateKind;
using Institution = Wenye.Training.Data.Institution;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Certificates.IssueCertificates;

/// <summary>One who may get a certificate (待发证学员), with the decision; many share one.</summary>
/// <param name="EnrolmentId">学员标识.</param>
/// <param name="TraineeId">This service's key of the person.</param>
/// <param name="Name">姓名.</param>
/// <param name="RegisterKey">Registration's; null: not known there.</param>
/// <param name="Decision">发证认定.</param>
internal sealed record Candidate(Guid EnrolmentId, Guid TraineeId, string Name, Guid? RegisterKey, Decision Decision);

/// <summary>Finds who of a class may get a certificate (发证对象) and decides each.</summary>
internal sealed class Candidates(TrainingDbContext database)
{
    /// <summary>In the order in which they were enrolled (按报名先后). The caller holds the class and its institution.</summary>
    /// <param name="trained">The class.</param>
    /// <param name="institution">Whose it is.</param>
    /// <param name="named">Who is asked for; none: everyone but who failed or has one.</param>
    /// <param name="policy">Of the place and today.</param>
    /// <param name="cancellation">The call's.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT when one is not of the class; FAILED_PRECONDITION CERTIFIED when one has a certificate.</exception>
    public async Task<IReadOnlyList<Candidate>> DecideAsync(
        TrainingClass trained, Institution institution, IReadOnlyList<Guid> named, PolicyContext policy, CancellationToken cancellation)
    {
        var people = await database.Enrolments.AsNoTracking()
            .Where(e => e.ClassId == trained.Id && e.State != EnrolmentState.Withdrawn)
            .Where(e => named.Count == 0 ? e.Passed != false && !database.Certificates.Any(c => c.EnrolmentId == e.Id) : named.Contains(e.Id))
            .OrderBy(e => e.Id)
            .Join(database.Trainees, e => e.TraineeId, t => t.Id, (e, t) => new { e.Id, e.TraineeId, t.Name, e.RegisterKey, Stands = new Standing(e.Passed, e.EntitledToOther, e.Group != TraineeGroup.Unspecified) })
            .OrderBy(one => one.Id).ToListAsync(cancellation);
        if (named.Count > 0)
        {
            await DemandOpenAsync(named, people.Select(one => one.Id).ToHashSet(), cancellation);
        }

        var decisions = new Dictionary<Standing, Decision>();
        return people.ConvertAll(one => new Candidate(
            one.Id, one.TraineeId, one.Name, one.RegisterKey,
            decisions.TryGetValue(one.Stands, out var known) ? known : decisions[one.Stands] = Decide(one.Stands, trained, institution, policy)));
    }

    private async Task DemandOpenAsync(IReadOnlyList<Guid> named, HashSet<Guid> found, CancellationToken cancellation)
    {
        new RequestFaults().Demand(found.IsSupersetOf(named), "enrolment_ids", "有学员不在该班级或已退班，请从学员名册查询后填写").ThrowIfAny();
        if (await database.Certificates.AnyAsync(c => named.Contains(c.EnrolmentId), cancellation))
        {
            throw RpcErrors.FailedPrecondition("CERTIFIED", "所列学员中有人已核发该班级的培训合格证书，请查询后去除；遗失或损坏的请办理补办");
        }
    }

    private static Decision<NoOutputs> Decide(Standing stands, TrainingClass trained, Institution institution, PolicyContext policy) => CompletionCertificate.Decide(
        new CompletionCertificateFacts
        {
            // A class comes into being by a plan of subsidised training; there are no others here.
            SubsidisedClass = true,
            InstitutionFiled = institution.State == InstitutionState.Filed,
            Passed = Fact.From(stands.Passed),
            EntitledToOther = stands.EntitledToOther is { } said ? said : ByCourse(trained.LeadsTo),

            // Of a group of 55号 第六条. How often someone may still be paid is for the claim, and opens no way around 一(三).
            EligibleForSubsidy = stands.OfGroup ? true : default(Fact<bool>),
        },
        policy);

    private static Fact<bool> ByCourse(CertificateKind leadsTo) =>
        leadsTo == CertificateKind.Unspecified ? default(Fact<bool>) : leadsTo != CertificateKind.Completion;

    // What tells one decision of a class from another.
    private sealed record Standing(bool? Passed, bool? EntitledToOther, bool OfGroup);
}
