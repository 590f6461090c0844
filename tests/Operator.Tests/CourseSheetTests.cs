using Wenye.Contracts.Training.V1;
using Wenye.Contracts.Type.V1;
using Wenye.Operator.Courses;

namespace Wenye.Operator.Tests;

/// <summary>A city's catalogue as a CSV file with Chinese headers: what it says, and how what cannot be read goes out.</summary>
public sealed class CourseSheetTests
{
    private const string Header = "城市代码,职业（工种）编码,职业（工种）名称,等级,培训类别,总课时,证书种类,补贴标准（元）,鉴定收费标准（元）,高成本或急需紧缺,起始日期,截止日期\n";

    [Fact]
    public void Lines_become_courses_with_amounts_in_fen_and_what_is_empty_unsaid()
    {
        var rows = Read("370300,4020301,虚构工种,初级工,就业技能培训,80,培训合格证书,1800.5,250,是,2020-01-01,2020-12-31\n\n370300,4020302,虚构工种,3,创业培训,40,职业技能等级证书,,,,2020-01-01,\n");

        rows.Select(row => (row.Line, row.Row.Row)).ShouldBe([(2, 1), (4, 2)]);
        rows[0].Row.Course.ShouldBe(new Course
        {
            City = "370300",
            Occupation = new OccupationLevel { Occupation = "4020301", Level = 5 },
            Name = "虚构工种",
            Category = TrainingCategory.Employment,
            Hours = 80,
            LeadsTo = CertificateKind.Completion,
            StandardFen = 180_050,
            AppraisalFeeFen = 25_000,
            CostlyOrUrgent = true,
            InForce = new Period { From = new Date { Year = 2020, Month = 1, Day = 1 }, To = new Date { Year = 2020, Month = 12, Day = 31 } },
        });
        var second = rows[1].Row.Course;
        (second.Occupation.Level, second.LeadsTo, second.HasStandardFen, second.HasAppraisalFeeFen, second.HasCostlyOrUrgent, second.InForce.To)
            .ShouldBe((3, CertificateKind.SkillLevel, false, false, false, null));
    }

    [Fact]
    public void What_cannot_be_read_goes_out_as_what_the_service_refuses()
    {
        var course = Read("370300,4020301,虚构工种,学徒,培训,八十,证书,18.005,贵,,2020年,2020-13-01\n").Single().Row.Course;

        (course.Occupation.Level, course.Category, course.Hours, course.LeadsTo).ShouldBe((0, TrainingCategory.Unspecified, 0, CertificateKind.Unspecified));
        (course.StandardFen, course.AppraisalFeeFen).ShouldBe((-1, -1));
        (course.InForce.From, course.InForce.To).ShouldBe((new Date(), new Date()));
        Read("370300,4020301,虚构工种,5,创业培训,80,培训合格证书,,,也许,2020-01-01,\n").Single().Row.Course.ShouldBeNull();
    }

    [Fact]
    public void A_file_without_a_column_or_without_lines_is_not_sent()
    {
        Should.Throw<UsageException>(() => Read("")).Message.ShouldContain("没有数据行");
        Should.Throw<UsageException>(() => CourseSheet.Read(new StringReader("城市代码,等级\n370300,5\n"))).Message.ShouldContain("总课时");
    }

    private static IReadOnlyList<(long Line, CourseRow Row)> Read(string lines) => CourseSheet.Read(new StringReader(Header + lines));
}
