using Wenye.Contracts.Loans.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Rates;

namespace Wenye.Operator.Tests;

/// <summary>Publications of the loan prime rates as a CSV file: percent becomes what the contract writes.</summary>
public sealed class RateSheetTests
{
    private const string Header = "公布日期,一年期（%）,五年期以上（%）\n";

    [Fact]
    public void Percent_becomes_a_decimal_and_what_cannot_be_read_goes_out_as_what_the_service_refuses()
    {
        var rows = RateSheet.Read(new StringReader(Header + "2018-02-20,1.25,2.5\n\n2018年3月,一,-1\n"));

        rows.Select(row => row.Line).ShouldBe([2, 4]);
        rows[0].Row.ShouldBe(new PublishedRates { PublishedOn = new Date { Year = 2018, Month = 2, Day = 20 }, OneYear = "0.0125", FiveYears = "0.025" });
        rows[1].Row.ShouldBe(new PublishedRates { PublishedOn = new Date() });
    }

    [Fact]
    public void A_file_without_a_column_or_without_lines_is_not_sent()
    {
        Should.Throw<UsageException>(() => RateSheet.Read(new StringReader(Header))).Message.ShouldContain("没有数据行");
        Should.Throw<UsageException>(() => RateSheet.Read(new StringReader("公布日期,一年期（%）\n2018-02-20,1\n"))).Message.ShouldContain("五年期以上");
    }
}
