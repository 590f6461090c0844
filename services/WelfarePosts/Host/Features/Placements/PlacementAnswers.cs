using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements;

/// <summary>People in post as callers see them (在岗人员应答): names, numbers and accounts masked but where one is read alone by who may see it.</summary>
internal sealed class PlacementAnswers(WelfarePostsDbContext database)
{
    /// <summary>A placement (在岗人员).</summary>
    /// <param name="placement">As it is.</param>
    /// <param name="person">Of it.</param>
    /// <param name="inFull">Whether personal data are shown whole; the reading is kept then.</param>
    public static Contract.Placement Of(Placement placement, Person person, bool inFull = false)
    {
        var answer = new Contract.Placement
        {
            PlacementId = placement.Id.ToString(),
            Name = inFull ? person.Name : Masked.Name(person.Name),
            IdNumber = inFull ? person.IdNumber : Masked.Id(person.IdNumber),
            PostId = placement.PostId.ToString(),
            EmployerId = placement.EmployerId.ToString(),
            CandidacyId = placement.CandidacyId?.ToString() ?? "",
            Division = placement.Division,
            Kind = placement.Kind,
            WorkingTime = placement.WorkingTime,
            Group = placement.Group,
            Contract = placement.Contract,
            StartedOn = placement.StartedOn.ToContract(),
            FirstApprovedOn = placement.FirstApprovedOn.ToContract(),
            AgreedUntil = placement.AgreedUntil?.ToContract(),
            Until = placement.Until?.ToContract(),
            RetiresOn = placement.RetiresOn?.ToContract(),
            Ordinal = placement.Ordinal,
            EmploymentId = placement.EmploymentId?.ToString() ?? "",
            BankName = placement.BankName ?? "",
            BankAccount = inFull ? placement.BankAccount ?? "" : Masked.Account(placement.BankAccount),
            State = placement.State,
            EndedOn = placement.EndedOn?.ToContract(),
            Ground = placement.Ground,
            SubsidyStops = placement.EndedOn is { } ended ? YearMonth.Of(ended).AddMonths(1).ToString() : "",
            EmploymentEnded = placement.EmploymentEnded,
            FilingDocument = placement.FilingDocument ?? "",
            FiledOn = placement.FiledOn?.ToContract(),
            PlannedOn = placement.PlannedOn?.ToContract(),
            NoticedOn = placement.NoticedOn?.ToContract(),
            ConvertedOn = placement.ConvertedOn?.ToContract(),
            Report = ReportOf(placement),
        };
        if (placement.InHardshipWhenPlaced is { } hardship)
        {
            answer.InHardshipWhenPlaced = hardship;
        }

        return answer;
    }

    /// <summary>Placements of a list, in their order, masked (清单).</summary>
    public async Task<IReadOnlyList<Contract.Placement>> OfAsync(IReadOnlyCollection<Placement> placements, CancellationToken cancellation)
    {
        var ids = placements.Select(one => one.PersonId).Distinct().ToList();
        var people = await database.People.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellation);
        return [.. placements.Select(one => Of(one, people[one.PersonId]))];
    }

    /// <summary>One that was changed, masked (办理结果).</summary>
    public async Task<Contract.Placement> OfAsync(Placement placement, CancellationToken cancellation) => (await OfAsync([placement], cancellation))[0];

    private static LeaverReport? ReportOf(Placement placement) => placement is { State: not PlacementState.Left, ReportedOn: { } reported } ? new()
    {
        Ground = placement.ReportedGround, On = placement.ReportedFor?.ToContract(), ReportedOn = reported.ToContract(),
    } : null;
}
