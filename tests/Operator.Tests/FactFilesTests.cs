using Wenye.Contracts.Registration.V1;
using Wenye.Contracts.Statistics.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Figures;

namespace Wenye.Operator.Tests;

/// <summary>What other agencies know as CSV files: what each kind says, how what cannot be read goes out, and what a rebuild tells.</summary>
public sealed class FactFilesTests : IDisposable
{
    private const string Person = "019a0000-0000-7000-8000-000000000001";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("wenye-facts-");

    [Fact]
    public void Each_kind_of_file_becomes_rows_numbered_over_all_files()
    {
        Write("marks.csv", "就业登记标识,存疑,业务经办错误,乡村公益性岗位或扶贫车间,单位调转或续签,核实情况\n" + $"{Person},是,,否,,单位名称不符\n");
        Write("spells-2019.csv", "人员标识,证件类型,证件号码,类别,起始日期,截止日期,统一社会信用代码\n" + $"{Person},,,养老保险待遇,2019-01-01,,\n,01,虚构号码,职工参保,2019-01-01,2019-12-31,91370100MA0000007J\n");
        Write("targets.csv", "行政区划代码,年度,指标,最低目标,中间目标,最高目标\n370302,2020,城镇登记失业率,0.05,,0.04\n");
        Write("employed.csv", "行政区划代码,年度,年末城镇从业人员数\n370300,2019,1200000\n");
        Write("place_classes.csv", "统计用区划代码,启用日期,城乡分类代码\n370302001001,2020-01-01,111\n");
        Write("record_places.csv", $"就业登记标识,统计用区划代码\n{Person},370302001001\n");
        Write("attrition.csv", "行政区划代码,报表期,退休人数,工伤死亡人数,数据所属期\n370300,2020-09,20,1,2020-08\n");

        var rows = FactFiles.Rows(FactFiles.In(folder.FullName)).ToList();

        rows.Select(row => row.Row.Row).ShouldBe(Enumerable.Range(1, 8).Select(number => (long)number));
        rows[6].Place.ShouldBe("spells-2019.csv 第 3 行");
        rows[0].Row.PlaceClass.ShouldBe(new PlaceClassRow { Place = "370302001001", ValidFrom = Day(2020, 1, 1), Class = "111" });
        rows[1].Row.RecordPlace.ShouldBe(new RecordPlaceRow { EmploymentId = Person, Place = "370302001001" });
        rows[2].Row.Employed.ShouldBe(new EmployedRow { Division = "370300", Year = 2019, People = 1_200_000 });
        rows[3].Row.Target.ShouldBe(new TargetRow { Division = "370302", Year = 2020, Measure = TargetMeasure.UnemploymentRate, Lowest = "0.05", Highest = "0.04" });
        rows[4].Row.Attrition.ShouldBe(new AttritionRow { Division = "370300", Period = "2020-09", Retired = 20, WorkDeaths = 1, OfPeriod = "2020-08" });
        rows[5].Row.Spell.ShouldBe(new PersonSpellRow { PersonId = Person, Kind = SpellKind.Pension, Begins = Day(2019, 1, 1) });
        rows[6].Row.Spell.ShouldBe(new PersonSpellRow
        {
            Person = new PersonIdentity { IdDocumentType = "01", IdDocumentNumber = "虚构号码" },
            Kind = SpellKind.Insured,
            Begins = Day(2019, 1, 1),
            Ends = Day(2019, 12, 31),
            EmployerCode = "91370100MA0000007J",
        });
        rows[7].Row.Mark.ShouldBe(new RecordMarkRow { EmploymentId = Person, Doubtful = true, RuralPostOrWorkshop = false, Reason = "单位名称不符" });
    }

    [Fact]
    public void What_cannot_be_read_goes_out_as_what_the_service_refuses()
    {
        Write("marks.csv", "就业登记标识,存疑,业务经办错误,乡村公益性岗位或扶贫车间,单位调转或续签,核实情况\n1,也许,,,,不明\n");
        Write("targets.csv", "行政区划代码,年度,指标,最低目标,中间目标,最高目标\n370302,二〇二〇,就业,许多,,\n");
        Write("spells.csv", $"人员标识,证件类型,证件号码,类别,起始日期,截止日期,统一社会信用代码\n{Person},,,养老,2019年,2019-13-01,\n");

        var rows = FactFiles.Rows(FactFiles.In(folder.FullName)).Select(row => row.Row).ToList();

        rows[0].Target.ShouldBe(new TargetRow { Division = "370302", Year = -1, Lowest = "许多" });
        rows[1].Spell.ShouldBe(new PersonSpellRow { PersonId = Person, Begins = new Date(), Ends = new Date() });
        rows[2].FactCase.ShouldBe(EmploymentFactRow.FactOneofCase.None);
    }

    [Fact]
    public void A_folder_without_files_a_file_of_no_kind_and_a_missing_column_are_told_before_anything_is_sent()
    {
        Should.Throw<UsageException>(() => FactFiles.In(folder.FullName)).Message.ShouldContain("没有 CSV 文件");
        Should.Throw<UsageException>(() => FactFiles.In(Path.Combine(folder.FullName, "x"))).Message.ShouldContain("没有文件夹");
        Write("employed.csv", "行政区划代码,年度\n370300,2019\n");
        Should.Throw<UsageException>(() => FactFiles.Rows(FactFiles.In(folder.FullName)).ToList()).Message.ShouldContain("年末城镇从业人员数");
        Write("其他.csv", "甲\n乙\n");
        Should.Throw<UsageException>(() => FactFiles.In(folder.FullName)).Message.ShouldContain("place_classes");
    }

    [Theory]
    [InlineData(0, 0, 0, "逐条、逐数一致")]
    [InlineData(1, 0, 1, "已按事实订正")]
    [InlineData(0, 2, 1, "已按事实订正")]
    public void A_rebuild_exits_with_1_when_anything_differs(long records, long figures, int exit, string told)
    {
        using var text = new StringWriter();
        RebuildFigures.Tell(new() { Records = 1234, DifferingRecords = records, DifferingFigures = figures }, text).ShouldBe(exit);
        text.ToString().ShouldContain(told);
        text.ToString().ShouldContain("1,234");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder.FullName, name), content);

    private static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };
}
