using Wenye.Policy;
using Wenye.Training.Data;
using TrainingClass = Wenye.Training.Data.TrainingClass;

namespace Wenye.Training.Features.Fundings.Deciding;

/// <summary>What the platform holds on a funding (资金安排的事实), read at one moment.</summary>
internal sealed record FundingFacts
{
    /// <summary>Its classes, in the order of their ids.</summary>
    public required IReadOnlyList<TrainingClass> Classes { get; init; }

    /// <summary>The city's standard for a trainee of a class, fen; without an entry: not set for its day.</summary>
    public required IReadOnlyDictionary<Guid, long> Standards { get; init; }

    /// <summary>What the city's catalogue says of an occupation and level: costly to train for or urgently needed.</summary>
    public required IReadOnlyDictionary<(string Occupation, int Level), bool> CostlyOrUrgent { get; init; }

    /// <summary>Its payables with how far they are, by stage.</summary>
    public required IReadOnlyDictionary<Contract.FundingStage, PaidStage> Paid { get; init; }

    /// <summary>Whether the institution is filed today.</summary>
    public required bool Filed { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>培训后就业率 as stated or counted; null: not established.</summary>
    public decimal? EmploymentRate { get; init; }

    /// <summary>What was paid in all, fen.</summary>
    public long PaidFen => Paid.Values.Sum(one => one.PaidFen);

    /// <summary>Subsidy expected for all its classes (预计补贴): trainees × standard; null: nobody is enrolled, or a standard is not set.</summary>
    public Money? Expected(Funding funding)
    {
        if (funding.ExpectedFen is { } fixedFen)
        {
            return Money.FromFen(fixedFen);
        }

        return Classes.All(one => one.Trainees > 0 && Standards.ContainsKey(one.Id))
            ? Money.FromFen(Classes.Sum(one => one.Trainees * Standards[one.Id]))
            : null;
    }
}

/// <summary>How far the payable of a stage is (拨付进度).</summary>
/// <param name="State">Of the payable.</param>
/// <param name="PaidFen">Nothing or the whole.</param>
/// <param name="RecoveredFen">What came back.</param>
/// <param name="PublicityEndedOn">公示无异议期满日; null: not public, not over, or an objection is open.</param>
internal sealed record PaidStage(Contracts.Payments.V1.PayableState State, long PaidFen, long RecoveredFen, DateOnly? PublicityEndedOn);
