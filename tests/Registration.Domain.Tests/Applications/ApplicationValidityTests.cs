using Wenye.CodeTables;
using Wenye.Policy;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Domain.Tests.Applications;

public sealed class ApplicationValidityTests
{
    private static readonly PolicyContext Context =
        ParameterSet.Load(typeof(RegistrationPrograms).Assembly).At(Division.Parse("370102"), Forms.Today);

    [Fact]
    public void Faults_come_out_sorted_by_code_with_their_messages()
    {
        var decision = Decide(Forms.With(("AAE127", "20200811"), ("AAC003", ""), ("AAB299", "370199")));

        decision.Outcome.ShouldBe(Outcome.Refused);
        decision.RefusedBy.ShouldHaveSingleItem().Citation.ShouldBe("鲁人社字〔2020〕39号 附件5 四(一)");
        decision.Outputs[0].Value.ToString().ShouldBe("AAB299、AAC003、AAE127");
        decision.Outputs[1].Value.Entries[1].Value.ToString().ShouldBe("姓名必填，请填写");
    }

    [Fact]
    public void No_form_is_unproven()
    {
        var decision = Decide(null);

        decision.Outcome.ShouldBe(Outcome.Incomplete);
        decision.Missing.ShouldBe(["fields"]);
    }

    [Fact]
    public void A_stored_decision_replays_to_the_same_bytes()
    {
        var stored = DecisionJson.Write(Decide(Forms.With(("AAC067", "1"))));

        Replay.Run(stored, RegistrationPrograms.Over(CodeTableSet.Shipped), Context.Parameters, out _).ShouldBe(ReplayResult.Same);
    }

    private static Decision<InvalidFields> Decide(Dictionary<string, string>? form) =>
        ApplicationValidity.Decide(new ApplicationFacts(form), CodeTableSet.Shipped, Context);
}
