using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Payments.V1;
using Wenye.Contracts.Training.V1;
using Wenye.Payments.Data;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Claim = Wenye.Training.Data.Claim;
using ClaimLine = Wenye.Training.Data.ClaimLine;
using PriorSubsidy = Wenye.Training.Data.PriorSubsidy;

namespace Wenye.Training.Features.Files;

/// <summary>What was claimed and paid for a person, here and by earlier systems (申领、拨付及历史补贴记录).</summary>
internal sealed class FiledClaims(TrainingDbContext database)
{
    /// <summary>Lines of claims with their payment (申领明细).</summary>
    public async Task<IEnumerable<FiledEntry>> ClaimsAsync(Trainee person, Caller caller, CancellationToken cancellation)
    {
        var claimed = await (
            from line in database.Set<ClaimLine>().AsNoTracking()
            where line.TraineeId == person.Id
            join claim in database.Set<Claim>() on line.ClaimId equals claim.Id
            select new FiledLine
            {
                Line = line,
                Claim = claim,
                Payment = database.Set<StoredPayable>().Where(payable => payable.Id == line.PayableId).Select(payable => payable.State).FirstOrDefault(),
                PaidOn = database.Set<StoredPayment>().Where(payment => payment.PayableId == line.PayableId && payment.State == PaymentState.Paid)
                    .Select(payment => payment.ValueDate).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return claimed.Select(row => new FiledEntry(
            row.Claim.AppliedOn, row.Line.Id.ToString(), new() { Day = row.Claim.AppliedOn.ToContract(), Claim = AnswerOf(row, caller) }));
    }

    /// <summary>What earlier systems paid (历史补贴).</summary>
    public async Task<IEnumerable<FiledEntry>> PriorAsync(Trainee person, CancellationToken cancellation)
    {
        var prior = await database.Set<PriorSubsidy>().AsNoTracking().Where(one => one.TraineeId == person.Id).ToListAsync(cancellation);
        return prior.Select(one => new FiledEntry(
            one.PaidOn,
            string.Create(CultureInfo.InvariantCulture, $"{one.Kind:D} {one.Occupation} {one.Level}"),
            new()
            {
                Day = one.PaidOn.ToContract(),
                PriorSubsidy = new()
                {
                    Kind = one.Kind, Occupation = new() { Occupation = one.Occupation, Level = one.Level }, InCollege = one.InCollege, Division = one.Division,
                },
            }));
    }

    private static FiledClaim AnswerOf(FiledLine row, Caller caller) => new()
    {
        ClaimId = row.Claim.Id.ToString(),
        Line = row.Line.Line,
        Kind = row.Claim.Kind,
        Channel = row.Claim.Channel,
        Division = row.Claim.Division,
        ClaimantName = row.Claim.CreditCode is null ? "" : row.Claim.ClaimantName,
        State = row.Claim.State,
        EnrolmentId = row.Line.EnrolmentId?.ToString() ?? "",
        Occupation = new() { Occupation = row.Line.Occupation, Level = row.Line.Level },
        Certificate = row.Line.Certificate,
        Outcome = row.Line.Outcome,
        AmountFen = row.Line.AmountFen,
        RejectedBecause = caller.HandlesTraining() ? row.Line.RejectedBecause ?? "" : "",
        PayableId = row.Line.PayableId?.ToString() ?? "",
        Payment = row.Payment,
        PaidOn = row.PaidOn?.ToContract(),
    };

    private sealed class FiledLine
    {
        public required ClaimLine Line { get; init; }

        public required Claim Claim { get; init; }

        public required PayableState Payment { get; init; }

        public required DateOnly? PaidOn { get; init; }
    }
}
