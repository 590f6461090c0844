using Wenye.Contracts.Stabilization.V1;
using Wenye.Operator.Firms;

namespace Wenye.Operator.Tests;

/// <summary>Firm data as CSV files: kinds by name, fields by header, firms first, the same files under the same id.</summary>
public sealed class FirmFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("firm-files").FullName;

    [Fact]
    public void Lines_become_rows_of_their_kind_and_firms_go_first()
    {
        Write("contribution-2019.csv", "credit_code,month,insured,due_fen,paid_fen,relief\nX,2019-01,3,100,100,none\nX,2019-02,3,0,0,EXEMPTED\n");
        Write("firm.csv", "credit_code,name,industry_policy_ok,priority,to_recover_fen\nX,甲企业,true,key_project,\n");
        Write("benefit_standard.csv", "division,from,monthly_fen\n370102,2019-07-01,155700\n");

        var rows = FirmFiles.Rows(FirmFiles.At([folder])).ToList();

        rows.Select(row => row.Place).ShouldBe(["firm.csv 第 2 行", "contribution-2019.csv 第 2 行", "contribution-2019.csv 第 3 行", "benefit_standard.csv 第 2 行"]);
        rows[0].Row.Firm.ShouldBe(new FirmRow { CreditCode = "X", Name = "甲企业", IndustryPolicyOk = true, Priority = Priority.KeyProject });
        rows[0].Row.Firm.HasToRecoverFen.ShouldBeFalse();
        rows[2].Row.Contribution.Relief.ShouldBe(ContributionRelief.Exempted);
        rows[3].Row.BenefitStandard.From.Month.ShouldBe(7);
    }

    [Theory]
    [InlineData("credit_code,month,insured\nX,2019-01,many\n")]
    [InlineData("credit_code,month,unknown\nX,2019-01,1\n")]
    [InlineData("credit_code,relief\nX,sometimes\n")]
    public void A_line_that_is_no_row_goes_out_without_data(string content)
    {
        Write("contribution.csv", content);

        FirmFiles.Rows(FirmFiles.At([folder])).Single().Row.DataCase.ShouldBe(FirmDataRow.DataOneofCase.None);
    }

    [Fact]
    public void The_same_files_have_the_same_id_and_a_name_without_kind_is_refused()
    {
        Write("fund.csv", "pool,month\n370100,2019-12\n");
        var id = FirmFiles.IdOf(FirmFiles.At([folder]));

        FirmFiles.IdOf(FirmFiles.At([folder])).ShouldBe(id);
        Write("fund.csv", "pool,month\n370100,2020-01\n");
        FirmFiles.IdOf(FirmFiles.At([folder])).ShouldNotBe(id);
        Write("other.csv", "a\n1\n");
        Should.Throw<UsageException>(() => FirmFiles.At([folder]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);
}
