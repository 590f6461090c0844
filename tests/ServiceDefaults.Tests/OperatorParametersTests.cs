using Wenye.Policy;

namespace Wenye.ServiceDefaults.Tests;

/// <summary>The operator's file of parameters: taken by the service it is for, and never when it is at fault.</summary>
public sealed class OperatorParametersTests : IDisposable
{
    private const string Shipped = """
        - name: registration.days
          title: 天数
          unit: days
          set_by: city
          cite: {document: 样例文件, item: 一}
        - name: registration.fixed
          title: 定数
          unit: days
          values: [{region: "000000", from: 2020-01-01, value: 1, cite: {document: 样例文件, item: 二}}]
        """;

    private static readonly Parameter<int> Days = Parameter.Count("registration.days", Unit.Days);
    private readonly string file = Path.Combine(Path.GetTempPath(), $"wenye-{Guid.CreateVersion7():n}.yaml");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_service_takes_its_own_and_leaves_the_others()
    {
        var set = Load("""
            - {name: training.standard, values: [{region: "370100", from: 2020-01-01, value: 9, cite: {document: 样例市文件, item: 一}}]}
            - {name: registration.days, values: [{region: "370100", from: 2020-01-01, value: 5, cite: {document: 样例市文件, item: 二}}]}
            """);

        set.At(Division.Parse("370102"), new DateOnly(2020, 8, 10)).Get(Days).Value.ShouldBe(5);
        set.At(Division.Parse("370202"), new DateOnly(2020, 8, 10)).Get(Days).IsSet.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""- {name: registration.unknown, values: []}""", "registration.unknown")]
    [InlineData("""- {name: registration.fixed, values: [{region: "370100", from: 2020-01-01, value: 5, cite: {document: 样例市文件, item: 二}}]}""", "不由各市确定")]
    [InlineData("""- {name: registraton.days, values: []}""", "不属于任何服务")]
    [InlineData("""- {name: registration.days, values: [{region: "370100", from: 2020-01-01, value: 5}]}""", "缺少依据")]
    [InlineData("""- {name: registration.days, values: [{region: "370100", from: 2020-01-01, value: 五, cite: {document: 样例市文件, item: 二}}]}""", "单位")]
    [InlineData("""- {values: []}""", "没有写明 name")]
    [InlineData("""name: registration.days""", "应为参数列表")]
    public void A_file_at_fault_stops_the_start_and_says_why(string yaml, string told) =>
        Should.Throw<PolicyDataException>(() => Load(yaml)).Message.ShouldContain(told);

    [Fact]
    public void A_file_that_is_not_there_stops_the_start() =>
        Should.Throw<PolicyDataException>(() => OperatorParameters.Load(file, ParameterSet.Load([("s", Shipped)], WorkingCalendar.StateCouncil)))
            .Message.ShouldContain(OperatorParameters.Setting);

    private ParameterSet Load(string yaml)
    {
        File.WriteAllText(file, yaml);
        return OperatorParameters.Load(file, ParameterSet.Load([("s", Shipped)], WorkingCalendar.StateCouncil));
    }
}
