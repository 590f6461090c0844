using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.WelfarePosts.Data;
using Wenye.WelfarePosts.Domain.Terms;
using Wenye.WelfarePosts.Features.Recruitment;
using DomainKind = Wenye.WelfarePosts.Domain.Posts.PostKind;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Features.Placements.CompleteHire;

/// <summary>Goes on with a hire (办结聘用): takes in what was established since, then has the employment registered.</summary>
internal sealed class CompleteHireHandler(
    WelfarePostsDbContext database, PlacementQueries queries, HireCompletion completion, Records records, PostFields fields, TimeProvider time)
{
    private const int PhoneDigits = 11;

    public async Task<CompleteHireResponse> HandleAsync(CompleteHireRequest request, Caller caller, CancellationToken cancellation)
    {
        var id = Demand(request);
        await SupplyAsync(id, request, caller, cancellation);
        var done = await completion.CompleteAsync(id, HandledBy.Of(request.Handling, caller, time), request.Handling, cancellation);
        if (done.Objection is { } objection)
        {
            throw RpcErrors.FailedPrecondition(
                "EMPLOYMENT_NOT_TAKEN", "失业登记系统未受理就业登记，请更正人员、单位或岗位信息后再办结",
                [.. objection.Fields.Select(field => new FieldError(field, "失业登记系统认为该项有误，请更正"))]);
        }

        return new()
        {
            Placement = PlacementAnswers.Of(done.Placement, await queries.PersonAsync(done.Placement.PersonId, cancellation)),
            Decisions = { done.Decisions },
            EndedRegistrationId = done.Ended?.RegistrationId ?? "",
            EndedWithReason = done.Ended?.Cancellation?.ReasonCode ?? "",
        };
    }

    private static Guid Demand(CompleteHireRequest request)
    {
        var faults = new RequestFaults();
        var id = PlacementQueries.Id(faults, request.PlacementId);
        faults.Demand(
                request.FormerRetirementAge == FormerRetirementAge.Unspecified || (Enum.IsDefined(request.FormerRetirementAge) && request.RetirementSource.Length > 0),
                "retirement_source", "填写原法定退休年龄时，请同时填写依据材料")
            .Text(request.RetirementSource, "retirement_source", required: false)
            .Demand(request.Phone.Length == 0 || (request.Phone.Length == PhoneDigits && request.Phone.All(char.IsAsciiDigit)), "AAC067", "手机号码应为 11 位数字，请核对")
            .Add(HandledBy.Faults(request.Handling, operatorRequired: true)).ThrowIfAny();
        return id;
    }

    private async Task SupplyAsync(Guid id, CompleteHireRequest request, Caller caller, CancellationToken cancellation)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var placement = await queries.HoldAsync(id, caller, cancellation);
        if (placement.State == PlacementState.Left)
        {
            return;
        }

        var person = await queries.PersonAsync(placement.PersonId, cancellation);
        person.Phone = request.Phone.Length > 0 ? request.Phone : person.Phone;
        if (placement.CandidacyId is null)
        {
            placement.ChosenByOrder = request.HasChosenByOrder ? request.ChosenByOrder : placement.ChosenByOrder;
            placement.Publicised = request.HasPublicised ? request.Publicised : placement.Publicised;
        }

        if (placement.Until is null && request.FormerRetirementAge != FormerRetirementAge.Unspecified)
        {
            await DecideTermAsync(placement, person, request, cancellation);
        }

        await database.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task DecideTermAsync(Placement placement, Person person, CompleteHireRequest request, CancellationToken cancellation)
    {
        var file = new CandidacyFile { FormerRetirementAge = request.FormerRetirementAge, RetirementSource = request.RetirementSource };
        placement.RetiresOn = ResidentId.TryParse(person.IdNumber, out var number) ? CandidateFacts.RetirementOf(number, file, fields.Today) : null;
        var term = PostTerm.Decide(
            new PostTermFacts
            {
                Post = (DomainKind)placement.Kind,
                FirstApprovedOn = placement.FirstApprovedOn,
                RetirementDate = Fact.From(placement.RetiresOn),
                AgreedUntil = Fact.From(placement.AgreedUntil),
            },
            queries.Policy(placement.Division, fields.Today));
        placement.Until = term.Result?.Until;
        await records.KeepAsync(placement.Id, [term], cancellation);
    }
}
