using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;

namespace Wenye.Training.Features.Claims.SubmitClaim;

/// <summary>A person, an institution or a firm claims (申领): each line is decided at once, with all that its person was granted besides.</summary>
internal sealed class SubmitClaimHandler(
    TrainingDbContext database, People people, RegisterChecks registers, NewLines lines, ClaimDecisions decisions, ClaimRows rows, HandledRequests requests, TimeProvider time)
{
    public async Task<SubmitClaimResponse> HandleAsync(SubmitClaimRequest request, Caller caller, CancellationToken cancellation)
    {
        new RequestFaults().Add(ClaimInput.Faults(request, ChinaTime.Today(time))).Add(HandledBy.Faults(request.Handling, operatorRequired: false)).ThrowIfAny();
        var claimant = await Claimant.OfAsync(database, request, caller, cancellation);
        var courses = await database.CoursesTakenAsync([.. request.Lines.Where(line => line.EnrolmentId.Length > 0).Select(line => Guid.ParseExact(line.EnrolmentId, "D"))], cancellation);
        ClaimedCourses.Demand(request, claimant, courses);
        var groups = await registers.OfAsync(request, cancellation);

        await using var transaction = await database.Database.BeginTransactionAsync(cancellation);
        var named = await people.TakeTurnsAsync(
            courses.Values.Select(course => course.Enrolment.TraineeId),
            request.Lines.Where(line => line.Person is not null).Select(line => (line.Person.Name, line.Person.IdNumber)),
            cancellation);
        if (await requests.FindAsync<SubmitClaimResponse>(caller.Agency, request.RequestId, request, cancellation) is { } first)
        {
            return first;
        }

        // Again under the people's turn: a funding may have taken the class meanwhile.
        ClaimedCourses.Demand(request, claimant, await database.CoursesTakenAsync([.. courses.Keys], cancellation));
        var claim = Open(request, claimant);
        AddLines(claim, request, courses, named, groups);
        ClaimedCourses.DemandOnePerson(request, [.. claim.Lines.Select(line => line.TraineeId)]);
        await decisions.DecideAsync(claim, cancellation);
        claim.MoveTo(claim.State, HandledBy.Of(request.Handling, caller, time));
        var known = await database.PeopleOfAsync(claim.Lines, cancellation);
        await rows.AddAsync(claim, cancellation);
        var answer = new SubmitClaimResponse { Claim = claim.ToContract(), Lines = { ClaimAnswers.InShort(claim.Lines, known) } };
        return await requests.SaveAsync(caller.Agency, request.RequestId, request, answer, cancellation);
    }

    private void AddLines(
        Claim claim, SubmitClaimRequest request, IReadOnlyDictionary<Guid, CourseTaken> courses, IReadOnlyDictionary<string, Guid> named, IReadOnlyList<MaterialForm> groups)
    {
        for (var i = 0; i < request.Lines.Count; i++)
        {
            var asked = request.Lines[i];
            var course = asked.EnrolmentId.Length > 0 ? courses[Guid.ParseExact(asked.EnrolmentId, "D")] : null;
            var line = lines.Of(claim.Id, i + 1, asked, course?.Enrolment.TraineeId ?? named[asked.Person.IdNumber], course);
            line.GroupPaper = groups[i];
            claim.Lines.Add(line);
        }
    }

    private Claim Open(SubmitClaimRequest request, Claimant claimant) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Kind = request.Kind,
        Channel = request.Channel,
        Division = claimant.Division,
        InstitutionId = claimant.Institution?.Id,
        CreditCode = claimant.CreditCode,
        ClaimantName = claimant.Name,
        BankAccount = claimant.BankAccount,
        BankName = claimant.BankName,
        AppliedOn = ChinaTime.Today(time),
        State = ClaimState.Submitted,
        Agreement = NewLines.Form(request.Materials, ClaimMaterial.AgencyAgreement),
        Invoice = NewLines.Form(request.Materials, ClaimMaterial.Invoice),
        ApplicationForm = NewLines.Form(request.Materials, ClaimMaterial.ApplicationForm),
        FurtherPapers = [.. request.FurtherPapers.Distinct()],
    };
}
