using Wenye.Policy;
using Wenye.Training.Domain.Subsidies;

namespace Wenye.Training.Domain.Tests.Subsidies;

public sealed class TrainingSubsidyTests
{
    private static readonly PolicyContext Weifang = TrainingParameters.Shipped.At(Division.Parse("370700"), new(2020, 9, 1));

    private static readonly TrainingSubsidyFacts Alone = new()
    {
        Trainee = SubsidyTrainee.KeyGroup,
        Certificate = CertificateKind.Completion,
        CertificateDate = new DateOnly(2020, 8, 20),
        Occupation = "4020301",
        Level = 5,
        Standard = Money.FromYuan(999.99m),
        Subsidised = [],
        OnlinePlatformPaid = false,
        Mode = TrainingMode.Offline,
    };

    [Fact]
    public void The_platform_and_the_offline_stage_together_are_never_paid_more_than_the_standard()
    {
        for (var fen = 1; fen < 200_000; fen += 37)
        {
            var standard = Money.FromYuan(fen / 100m);
            var whole = Amount(Alone with { Standard = standard });
            var stages = Amount(Alone with { Standard = standard, Mode = TrainingMode.OnlinePlatform }) + Amount(Alone with { Standard = standard, OnlinePlatformPaid = true });
            whole.ShouldBe(standard);
            stages.ShouldBe(standard);
        }
    }

    [Fact]
    public void A_batch_decides_as_one_by_one()
    {
        var batch = Weifang.ForBatch();
        var cases = Enum.GetValues<SubsidyTrainee>().SelectMany(trainee => Enum.GetValues<TrainingMode>(), (trainee, mode) => Alone with { Trainee = trainee, Mode = mode, SubsidisedInCollege = 3 });
        foreach (var one in cases)
        {
            DecisionJson.Write(TrainingSubsidy.Decide(one, batch)).ShouldBe(DecisionJson.Write(TrainingSubsidy.Decide(one, Weifang)));
        }
    }

    [Theory]
    [InlineData("level: 6")]
    [InlineData("level: -1")]
    [InlineData("subsidised: [{occupation: \"4020301\", level: 5}]")]
    [InlineData("subsidised: [{occupation: \"4020301\", level: 5, date: 2020-01-01, amount: 3}]")]
    public void A_level_or_course_that_is_none_is_no_fact(string given) =>
        Should.Throw<FactException>(() => TrainingSubsidyFacts.Read(FactSet.Parse($"{{{given}}}")));

    private static Money Amount(TrainingSubsidyFacts facts) => TrainingSubsidy.Decide(facts, Weifang).Result!.Amount;
}
