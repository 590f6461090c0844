using System.Globalization;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Policy.V1;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Wenye.Training.Features.Fundings.Deciding;
using Funding = Wenye.Training.Data.Funding;
using FundingDecision = Wenye.Training.Data.FundingDecision;
using FundingPayment = Wenye.Training.Data.FundingPayment;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Fundings;

/// <summary>Fundings as callers see them (资金安排应答).</summary>
internal static class FundingAnswers
{
    private static readonly EnumDescriptor States = FundingServiceReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(FundingState));

    /// <summary>The funding without decisions and steps (资金安排).</summary>
    public static Contract.Funding ToContract(this Funding funding, FundingFacts known) => new()
    {
        FundingId = funding.Id.ToString(),
        Kind = funding.Kind,
        Division = funding.Division,
        InstitutionId = funding.InstitutionId?.ToString() ?? "",
        CreditCode = funding.CreditCode,
        PayeeName = funding.PayeeName,
        OpenedOn = funding.OpenedOn.ToContract(),
        State = funding.State,
        ContractNumber = funding.ContractNumber ?? "",
        ContractFen = funding.ContractFen ?? 0,
        Targets = { funding.Targets },
        RequestedFen = funding.RequestedFen ?? 0,
        ExpectedFen = funding.Kind is FundingKind.Tranches or FundingKind.Advance ? known.Expected(funding)?.Fen ?? 0 : 0,
        Apprentices = { funding.Apprentices.OrderBy(line => line.Line).Select(ToContract) },
        Classes = { known.Classes.Select(ToContract) },
        Payments = { funding.Payments.OrderBy(one => one.Stage).Select(one => one.ToContract(known)) },
        MissingFacts = { funding.State == FundingState.Open ? funding.MissingFacts : [] },
        ToRecoverFen = funding.ToRecoverFen,
        RecoveredFen = known.Paid.Values.Sum(one => one.RecoveredFen),
    };

    /// <summary>With the clauses that the latest decisions found not met.</summary>
    public static Contract.Funding WithClauses(this Funding funding, FundingFacts known)
    {
        var answer = funding.ToContract(known);
        var latest = funding.Decisions.OrderByDescending(one => one.Sequence).Take(Math.Max(1, funding.Apprentices.Count));
        answer.Clauses.Add(latest.SelectMany(one => StoredDecisions.ToContract(one.Decision).Findings)
            .Where(finding => finding.Answer == Answer.NotMet).Select(finding => finding.Clause).Distinct());
        return answer;
    }

    /// <summary>With every decision and step (资金安排及环节); operators and notes only for those who handle training.</summary>
    public static Contract.Funding WithHistory(this Funding funding, FundingFacts known, Caller caller)
    {
        var answer = funding.WithClauses(known);
        answer.Decisions.Add(funding.Decisions.OrderBy(one => one.Sequence).Select(ToContract));
        answer.Steps.Add(funding.Steps.OrderBy(step => step.Sequence).Select(step => step.ToContract(States, (int)step.State, caller)));
        return answer;
    }

    /// <summary>A stage that became payable, and how far it is (拨付).</summary>
    public static Contract.FundingPayment ToContract(this FundingPayment payment, FundingFacts known)
    {
        var paid = known.Paid.GetValueOrDefault(payment.Stage);
        return new()
        {
            Stage = payment.Stage,
            AmountFen = payment.AmountFen,
            GroundOn = payment.GroundOn.ToContract(),
            DueOn = payment.DueOn?.ToContract(),
            PayableId = payment.PayableId.ToString(),
            PayableState = paid?.State ?? Contracts.Payments.V1.PayableState.Decided,
            PaidFen = paid?.PaidFen ?? 0,
            RecoveredFen = paid?.RecoveredFen ?? 0,
        };
    }

    private static Contract.FundingDecision ToContract(FundingDecision one) => new()
    {
        DecidedAt = one.DecidedAt.ToTimestamp(),
        Line = one.Line,
        Decision = StoredDecisions.ToContract(one.Decision),
    };

    private static Apprentices ToContract(FundingApprentices line)
    {
        var answer = new Apprentices
        {
            Kind = line.Kind,
            People = line.People,
            Occupation = new OccupationLevel { Occupation = line.Occupation, Level = line.Level },
            Years = line.Years.ToString("0.##", CultureInfo.InvariantCulture),
            StartedOn = line.StartedOn.ToContract(),
            StandardFen = line.StandardFen,
            DecidedFen = line.DecidedFen,
            Finished = line.Finished ?? 0,
        };
        if (line.CostlyOrUrgent is { } stated)
        {
            answer.CostlyOrUrgent = stated;
        }

        return answer;
    }

    private static Contract.FundingClass ToContract(TrainingClass one) => new()
    {
        ClassId = one.Id.ToString(),
        State = one.State,
        Trainees = one.Trainees,
        Passed = one.Passed,
        StartedOn = one.StartedOn?.ToContract(),
        HalfReachedOn = one.HalfReachedOn?.ToContract(),
        ClosedOn = one.ClosedOn?.ToContract(),
    };
}
