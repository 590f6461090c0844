using Wenye.Contracts.Type.V1;
using Wenye.Contracts.WelfarePosts.V1;
using Wenye.Operator.Wages;

namespace Wenye.Operator.Tests;

/// <summary>Minimum wages and rural rates as CSV files: yuan become fen.</summary>
public sealed class WageSheetTests
{
    private const string Header = "行政区划代码,档次,执行日期,月标准（元）,小时标准（元）,文号\n";

    [Fact]
    public void Yuan_become_fen_and_what_cannot_be_read_goes_out_as_what_the_service_refuses()
    {
        var rows = WageSheet.ReadWages(new StringReader(Header + "370000,1,2018-06-01,1234.5,12.34,虚构1号\n370100,1,2018-06-01,,,虚构2号\n\n370000,一,2018年,1.234,x,\n"));

        rows.Select(row => row.Line).ShouldBe([2, 3, 5]);
        var day = new Date { Year = 2018, Month = 6, Day = 1 };
        rows[0].Row.ShouldBe(new WageRow { Division = "370000", Tier = 1, From = day, MonthlyFen = 123_450, HourlyFen = 1_234, Document = "虚构1号" });
        rows[1].Row.ShouldBe(new WageRow { Division = "370100", Tier = 1, From = day, Document = "虚构2号" });
        rows[2].Row.ShouldBe(new WageRow { Division = "370000", From = new Date(), MonthlyFen = -1, HourlyFen = -1 });
    }

    [Fact]
    public void Rural_rates_are_read_the_same_way_and_a_file_without_a_column_or_lines_is_not_sent()
    {
        WageSheet.ReadRural(new StringReader("行政区划代码,执行日期,小时标准（元）,文号\n370102,2020-01-01,12,虚构3号\n")).ShouldHaveSingleItem().Row
            .ShouldBe(new RuralRateRow { Division = "370102", From = new Date { Year = 2020, Month = 1, Day = 1 }, HourlyFen = 1_200, Document = "虚构3号" });
        Should.Throw<UsageException>(() => WageSheet.ReadWages(new StringReader(Header))).Message.ShouldContain("没有数据行");
        Should.Throw<UsageException>(() => WageSheet.ReadRural(new StringReader("行政区划代码\n370102\n"))).Message.ShouldContain("文号");
    }
}
