using Wenye.Policy;

namespace Wenye.Stabilization.Domain.WorkTraining;

/// <summary>When a firm is one in difficulty, and how much it gets at most (困难企业认定与最高补贴).</summary>
internal static class FirmInDifficulty
{
    /// <summary>Answers the clauses that only firms in difficulty have (认定).</summary>
    public static Examination Examine(in Examination examined, WorkTrainingFacts facts, PolicyContext standard)
    {
        var revenue = standard.Get(WorkTrainingParameters.RevenueDrop);
        var cap = Cap(facts, standard);
        return examined

            // 63号 二(二)6  企业当月电费、与生产经营直接相关的其他能源消耗量、营业收入三项指标之一较2019年相应指标月平均值下降70%及以上
            // 78号 二  2020年1—5月…营业收入…下降50%及以上，或当月电费、…其他能源消耗量之一…下降70%及以上
            // 78号 二  2020年6—12月…营业收入…下降20%及以上，或当月电费、…其他能源消耗量之一…下降50%及以上
            .And(revenue, HasFallen(facts, standard))

            // 63号 二(二)6  单个企业在政策执行期内最高补贴10万元…大型企业…50万元
            // 78号 二  单个企业在政策执行期内最高补贴30万元…大型企业…200万元
            .And(cap, facts.Size.IsProven ? facts.PaidBefore.Below(cap) : Proposition.All(facts.Size.IsEstablished(), facts.PaidBefore.IsEstablished()));
    }

    /// <summary>The most the firm gets while the policy lasts (政策执行期内最高补贴).</summary>
    public static Dated<Money> Cap(WorkTrainingFacts facts, PolicyContext standard) =>
        standard.Get(facts.Size is { IsProven: true, Value: FirmSize.Large } ? WorkTrainingParameters.CapLarge : WorkTrainingParameters.Cap);

    private static Proposition HasFallen(WorkTrainingFacts facts, PolicyContext standard)
    {
        var laterFrom = standard.Get(WorkTrainingParameters.LaterFrom);
        if (laterFrom.IsSet && !facts.Month.IsProven)
        {
            return facts.Month.IsEstablished();
        }

        var isLater = laterFrom.IsSet && facts.Month.Value.FirstDay >= laterFrom.Value;
        var revenue = standard.Get(isLater ? WorkTrainingParameters.LaterRevenueDrop : WorkTrainingParameters.RevenueDrop);
        var energy = standard.Get(isLater ? WorkTrainingParameters.LaterEnergyDrop : WorkTrainingParameters.EnergyDrop);
        return Proposition.Any(facts.RevenueDrop.AtLeast(revenue), facts.ElectricityDrop.AtLeast(energy), facts.EnergyDrop.AtLeast(energy));
    }
}
