using Google.Protobuf.Reflection;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Answer = Wenye.Contracts.Policy.V1.Answer;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;

namespace Wenye.Training.Features.Claims;

/// <summary>Claims as callers see them (申领应答): decisions as they were stored, people masked.</summary>
internal static class ClaimAnswers
{
    private static readonly EnumDescriptor States = ClaimServiceReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ClaimState));

    /// <summary>The claim without history and lines (申领).</summary>
    public static Contract.Claim ToContract(this Claim claim) => new()
    {
        ClaimId = claim.Id.ToString(),
        Kind = claim.Kind,
        Channel = claim.Channel,
        Division = claim.Division,
        InstitutionId = claim.InstitutionId?.ToString() ?? "",
        CreditCode = claim.CreditCode ?? "",
        ClaimantName = claim.CreditCode is null ? Masked.Name(claim.ClaimantName) : claim.ClaimantName,
        AppliedOn = claim.AppliedOn.ToContract(),
        State = claim.State,
        Materials =
        {
            AtHand(ClaimMaterial.AgencyAgreement, claim.Agreement), AtHand(ClaimMaterial.Invoice, claim.Invoice), AtHand(ClaimMaterial.ApplicationForm, claim.ApplicationForm),
        },
        Granted = claim.Granted,
        Refused = claim.Refused,
        Incomplete = claim.Incomplete,
        AmountFen = claim.AmountFen,
        PayableId = claim.PayableId?.ToString() ?? "",
    };

    /// <summary>The claim with its history (申领及环节); operators and notes only for those who handle training.</summary>
    public static Contract.Claim WithSteps(this Claim claim, IEnumerable<ClaimStep> steps, Caller caller)
    {
        var answer = claim.ToContract();
        answer.Steps.Add(steps.Select(step => step.ToContract(States, (int)step.State, caller)));
        return answer;
    }

    /// <summary>Lines in short (明细).</summary>
    public static IEnumerable<DecidedLine> InShort(IEnumerable<ClaimLine> lines, IReadOnlyDictionary<Guid, Trainee> people) =>
        lines.OrderBy(line => line.Line).Select(line => ToContract(line, people[line.TraineeId], whole: false));

    /// <summary>Lines with every decision (明细及认定).</summary>
    public static IEnumerable<DecidedLine> Whole(IEnumerable<ClaimLine> lines, IReadOnlyDictionary<Guid, Trainee> people) =>
        lines.OrderBy(line => line.Line).Select(line => ToContract(line, people[line.TraineeId], whole: true));

    /// <summary>The people of lines (人员).</summary>
    public static Task<Dictionary<Guid, Trainee>> PeopleOfAsync(this TrainingDbContext database, IEnumerable<ClaimLine> lines, CancellationToken cancellation)
    {
        var ids = lines.Select(line => line.TraineeId).Distinct().ToArray();
        return database.Set<Trainee>().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellation);
    }

    private static DecidedLine ToContract(ClaimLine line, Trainee person, bool whole)
    {
        // In short, what was granted has nothing to explain: its decisions need not be read back.
        var decisions = whole || line.Outcome != Contracts.Policy.V1.Outcome.Granted ? [.. line.Decisions.Split('\n').Select(StoredDecisions.ToContract)] : new List<Contracts.Policy.V1.Decision>();
        return new()
        {
            Line = line.Line,
            TraineeId = line.TraineeId.ToString(),
            Name = Masked.Name(person.Name),
            IdNumber = PersonalSight.MaskedId(person.IdNumber),
            EnrolmentId = line.EnrolmentId?.ToString() ?? "",
            Certificate = line.Certificate,
            Occupation = new() { Occupation = line.Occupation, Level = line.Level },
            Group = line.Group,
            Materials =
            {
                AtHand(ClaimMaterial.Identity, line.IdentityPaper), AtHand(ClaimMaterial.Group, line.GroupPaper), AtHand(ClaimMaterial.Certificate, line.CertificatePaper),
            },
            Outcome = line.Outcome,
            AmountFen = line.AmountFen,
            Clauses = { decisions.SelectMany(one => one.Findings).Where(finding => finding.Answer == Answer.NotMet).Select(finding => finding.Clause).Distinct() },
            MissingFacts = { line.Outcome == Contracts.Policy.V1.Outcome.Incomplete ? decisions.SelectMany(one => one.MissingFacts).Distinct() : [] },
            RejectedBecause = line.RejectedBecause ?? "",
            Decisions = { whole ? decisions : [] },
            PayableId = line.PayableId?.ToString() ?? "",
        };
    }

    private static IEnumerable<MaterialAtHand> AtHand(ClaimMaterial material, MaterialForm form) =>
        form == MaterialForm.Unspecified ? [] : [new() { Material = material, Form = form }];
}
