using Wenye.Policy;
using Wenye.Stabilization.Domain.WorkTraining;

namespace Wenye.Stabilization.Domain.Tests.WorkTraining;

public sealed class PayrollProofsTests
{
    private static readonly DateOnly June = new(2020, 6, 8);
    private static readonly DateOnly LastDayOf63 = new(2020, 10, 27);
    private static readonly DateOnly October = new(2020, 10, 28);

    [Theory]
    [InlineData(PayrollProof.BankStatement, true, true)]
    [InlineData(PayrollProof.WrittenCommitment, false, true)]
    public void A_commitment_shows_wages_since_78(PayrollProof proof, bool before, bool since)
    {
        Shown(WorkTrainingKind.Hiring, proof, false, June).IsProven.ShouldBe(before);
        Shown(WorkTrainingKind.Hiring, proof, false, LastDayOf63).IsProven.ShouldBe(before);
        Shown(WorkTrainingKind.Hiring, proof, false, October).IsProven.ShouldBe(since);
    }

    [Fact]
    public void The_last_quarter_is_asked_of_firms_in_difficulty_until_78()
    {
        Shown(WorkTrainingKind.Difficult, PayrollProof.BankStatement, false, LastDayOf63).IsProven.ShouldBeFalse();
        Shown(WorkTrainingKind.Difficult, PayrollProof.BankStatement, true, LastDayOf63).Value.ShouldBeTrue();
        Shown(WorkTrainingKind.Difficult, PayrollProof.BankStatement, false, October).Value.ShouldBeTrue();
    }

    [Fact]
    public void Without_proof_or_plan_nothing_is_shown_and_no_wage_is_no_wage()
    {
        Shown(WorkTrainingKind.Hiring, null, true, October).IsProven.ShouldBeFalse();
        Shown(WorkTrainingKind.Hiring, PayrollProof.BankStatement, true, June.AddDays(-1)).IsProven.ShouldBeFalse();
        PayrollProofs.WagePaid(Money.Zero, default, At(October)).Value.ShouldBeFalse();
    }

    private static Fact<bool> Shown(WorkTrainingKind kind, PayrollProof? proof, bool lastQuarter, DateOnly day) =>
        PayrollProofs.WagePaid(Money.FromYuan(3000), new PayrollShown(kind, proof, lastQuarter), At(day));

    private static PolicyContext At(DateOnly day) => StabilizationParameters.Shipped.At(Division.Parse("370100"), day);
}
