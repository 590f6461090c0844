using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Loans.V1;
using Wenye.Loans.Data;
using Wenye.ServiceDefaults;
using FundAgreement = Wenye.Loans.Data.FundAgreement;
using FundEntry = Wenye.Loans.Data.FundEntry;
using GuaranteeFund = Wenye.Loans.Data.GuaranteeFund;

namespace Wenye.Loans.Features.Funds;

/// <summary>Funds as callers see them (担保基金应答).</summary>
internal sealed class FundAnswers(LoansDbContext database, FundLimits limits, LoanFields fields)
{
    /// <summary>The fund without limit, rates and agreements (担保基金).</summary>
    public static Fund Of(GuaranteeFund fund, string guarantor) => new()
    {
        FundId = fund.Id.ToString(),
        GuarantorId = fund.GuarantorId.ToString(),
        GuarantorName = guarantor,
        Division = fund.Division,
        Name = fund.Name,
        BalanceFen = fund.BalanceFen,
        ExposureFen = fund.ExposureFen,
    };

    /// <summary>The fund as it is after what the context holds, saved or not (办理后的担保基金).</summary>
    public async Task<Fund> OfAsync(GuaranteeFund fund, CancellationToken cancellation) =>
        Of(fund, await database.Partners.Where(one => one.Id == fund.GuarantorId).Select(one => one.Name).SingleAsync(cancellation));

    /// <summary>The fund with all that belongs to it (担保基金全貌).</summary>
    public async Task<Fund> WholeAsync(GuaranteeFund fund, Caller caller, CancellationToken cancellation)
    {
        var answer = await OfAsync(fund, cancellation);
        var decision = await limits.DecideAsync(fund, requestedFen: null, cancellation);
        answer.Decision = decision.ToContract();
        if (decision.Result is { Capacity: { } capacity, Multiple: { } multiple })
        {
            (answer.LimitFen, answer.Multiple) = (capacity.Fen, multiple.ToString("0.######", CultureInfo.InvariantCulture));
        }

        var years = await database.Set<FundYear>().AsNoTracking()
            .Where(one => one.FundId == fund.Id && one.Year >= fields.Today.Year - 1).OrderBy(one => one.Year).ToListAsync(cancellation);
        answer.RepaymentRates.Add(years.Select(one => new RepaymentRate { Year = one.Year, DueFen = one.DueFen, RecoveredFen = one.RecoveredFen }));
        var agreements = await database.Set<FundAgreement>().AsNoTracking()
            .Where(one => one.FundId == fund.Id).OrderBy(one => one.BankId).ThenBy(one => one.From).ToListAsync(cancellation);
        answer.Agreements.Add(agreements.Select(Of));
        var steps = await database.Set<FundStep>().AsNoTracking().Where(one => one.FundId == fund.Id).OrderBy(one => one.Sequence).ToListAsync(cancellation);
        answer.Steps.Add(steps.Select(one => one.ToContract(one.What, caller)));
        return answer;
    }

    /// <summary>A line of its book (分录).</summary>
    public static Contract.FundEntry Of(FundEntry entry) => new()
    {
        Sequence = entry.Sequence,
        Kind = entry.Kind,
        On = entry.On.ToContract(),
        AmountFen = entry.AmountFen,
        BalanceFen = entry.BalanceFen,
        Reference = entry.Reference,
        LoanId = entry.LoanId?.ToString() ?? "",
        RecordedAt = entry.RecordedAt.ToTimestamp(),
        Agency = entry.Agency,
    };

    private static Contract.FundAgreement Of(FundAgreement agreement) => new()
    {
        BankId = agreement.BankId.ToString(),
        From = agreement.From.ToContract(),
        FundShare = agreement.FundShare.ToString("0.######", CultureInfo.InvariantCulture),
        OverdueDays = agreement.OverdueDays,
    };
}
