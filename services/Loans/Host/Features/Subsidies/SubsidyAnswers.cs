using System.Text;
using Google.Protobuf.WellKnownTypes;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.Loans.Domain.Quarters;
using Wenye.Loans.Domain.Subsidies;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using LoanStanding = Wenye.Contracts.Loans.V1.LoanStanding;
using Quarter = Wenye.Loans.Domain.Quarters.Quarter;
using SubsidyLine = Wenye.Contracts.Loans.V1.SubsidyLine;

namespace Wenye.Loans.Features.Subsidies;

/// <summary>Runs, claims and lines as callers see them (贴息应答).</summary>
internal static class SubsidyAnswers
{
    public static SubsidyRun ToContract(this StoredSubsidyRun run, long done, IEnumerable<Guid> claims) => new()
    {
        RunId = run.Id.ToString(),
        Division = run.Division,
        Quarter = new Quarter(run.Quarter).ToContract(),
        SettlesYear = run.SettlesYear,
        State = run.State,
        AsOf = run.AsOf.ToContract(),
        ParameterVersion = run.ParameterVersion,
        Loans = run.Loans,
        LoansDone = done,
        StartedAt = run.StartedAt.ToTimestamp(),
        EndedAt = run.EndedAt?.ToTimestamp(),
        ClaimIds = { claims.Select(id => id.ToString()) },
    };

    public static SubsidyClaim ToContract(this StoredSubsidyClaim claim, string bank)
    {
        var answer = new SubsidyClaim
        {
            ClaimId = claim.Id.ToString(), RunId = claim.RunId.ToString(), BankId = claim.BankId.ToString(), BankName = bank,
            Quarter = new Quarter(claim.Quarter).ToContract(), SettlesYear = claim.SettlesYear, Pool = claim.Pool, State = claim.State,
            AsOf = claim.AsOf.ToContract(), ParameterVersion = claim.ParameterVersion,
            Lines = claim.Lines, Granted = claim.Granted, Refused = claim.Refused, Incomplete = claim.Incomplete, Corrections = claim.Corrections,
            InterestFen = claim.InterestFen, AmountFen = claim.AmountFen,
            CarriedInFen = claim.CarriedInFen, PayableFen = claim.PayableFen, CarriedOutFen = claim.CarriedOutFen,
            Shares = new() { CentralFen = claim.CentralFen, ProvinceFen = claim.ProvinceFen, LocalFen = claim.LocalFen, AboveStandardFen = claim.AboveFen, UnknownFen = claim.UnknownShareFen },
            Differing = claim.Differing, UnmatchedContracts = { claim.Unmatched }, PayableId = claim.PayableId?.ToString() ?? "", Hash = claim.Hash ?? "",
        };
        if (claim.HasFigures)
        {
            answer.ToldFen = claim.ToldFen;
        }

        return answer;
    }

    /// <summary>The claim with its steps: operator and note only for those who handle loans.</summary>
    public static SubsidyClaim WithSteps(this SubsidyClaim answer, IEnumerable<SubsidyClaimStep> steps, Caller caller)
    {
        answer.Steps.AddRange(steps.OrderBy(step => step.Sequence).Select(step => new LoanStep
        {
            State = SubsidyClaimStateName(step.State),
            OccurredAt = step.OccurredAt.ToTimestamp(),
            Agency = step.Agency,
            Operator = caller.HandlesLoans() ? step.Operator ?? "" : "",
            Note = caller.HandlesLoans() ? step.Note ?? "" : "",
        }));
        return answer;
    }

    /// <summary>The line with its arithmetic, as it is stored.</summary>
    /// <param name="line">The line.</param>
    /// <param name="contractNumber">Of its loan.</param>
    public static SubsidyLine ToContract(this StoredSubsidyLine line, string contractNumber)
    {
        var stored = QuarterRecord.Read(Encoding.UTF8.GetBytes(line.Record));
        var answer = new SubsidyLine
        {
            LoanId = line.LoanId.ToString(), ContractNumber = contractNumber, Borrower = (BorrowerKind)stored.Terms.Borrower,
            Quarter = new Quarter(line.Quarter).ToContract(), Outcome = (Contracts.Policy.V1.Outcome)line.Outcome,
            RefusedBy = { line.RefusedBy ?? [] }, Missing = { line.Missing ?? [] }, Days = stored.Lines.Sum(one => one.Days),
            InterestFen = line.InterestFen, DueFen = line.DueFen, BookedBeforeFen = line.BookedFen, AmountFen = line.AmountFen,
            Shares = line.CentralFen is { } central
                ? new() { CentralFen = central, ProvinceFen = line.ProvinceFen ?? 0, LocalFen = line.LocalFen ?? 0, AboveStandardFen = line.AboveFen ?? 0 }
                : new() { UnknownFen = line.AmountFen },
            Check = Check(stored.Findings), Segments = { stored.Lines.Select(Segment) },
        };
        if (line.ToldFen is { } told)
        {
            answer.ToldFen = told;
        }

        return answer;
    }

    private static BorrowerCheck Check(BorrowerFindings findings)
    {
        var check = new BorrowerCheck
        {
            EmploymentEstablished = findings.EmploymentEstablished,
            EmployedElsewhereSince = findings.EmployedSince?.ToContract(),
            AgreedSubsidisedRate = findings.AgreedSubsidisedRate is { } agreed ? Text(agreed) : "",
            Misuse = findings.Misuse is { } use ? (LoanMisuse)use : LoanMisuse.Unspecified,
            MisusedSince = findings.MisusedSince?.ToContract(),
        };
        if (findings.BusinessFailed is { } failed)
        {
            check.BusinessFailed = failed;
        }

        if (findings.HiresKept is { } kept)
        {
            check.HiresKept = kept;
        }

        if (findings.RequiredHires is { } required)
        {
            check.RequiredHires = required;
        }

        return check;
    }

    private static SubsidySegment Segment(QuarterLine line) => new()
    {
        From = line.From.ToContract(),
        To = line.To.ToContract(),
        Days = line.Days,
        PrincipalFen = line.Principal.Fen,
        AnnualRate = Text(line.AnnualRate),
        SubsidisedRate = Text(line.SubsidisedRate),
        Interest = Yuan(line.Interest),
        Subsidy = Yuan(line.Subsidy),
        Standing = (LoanStanding)line.Standing,
        Outcome = line.Outcome switch
        {
            Outcome.Granted => Contracts.Policy.V1.Outcome.Granted,
            Outcome.Refused => Contracts.Policy.V1.Outcome.Refused,
            _ => Contracts.Policy.V1.Outcome.Incomplete,
        },
        Arithmetic = line.Arithmetic,
    };

    private static string Yuan(ExactInterest interest) =>
        (interest.YuanRateDays / ExactInterest.DaysOfYear).ToString("0.000000", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture);

    private static string SubsidyClaimStateName(SubsidyClaimState state) =>
        InterestSubsidyServiceReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(SubsidyClaimState)).FindValueByNumber((int)state)?.Name ?? "";
}
