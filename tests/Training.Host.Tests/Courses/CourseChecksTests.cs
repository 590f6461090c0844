using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Courses.ImportCourses;

namespace Wenye.Training.Host.Tests.Courses;

/// <summary>A row of a catalogue is judged alone: every fault by its field.</summary>
public sealed class CourseChecksTests
{
    private const string City = "370300";

    [Theory]
    [InlineData("4020301", CodeStatus.Known, true)]
    [InlineData("4020301", CodeStatus.TableNotLoaded, true)]
    [InlineData("4020301", CodeStatus.Unknown, false)]
    [InlineData("402030", CodeStatus.TableNotLoaded, false)]
    [InlineData("402030A", CodeStatus.Known, false)]
    [InlineData("", CodeStatus.Known, false)]
    public void An_occupation_has_its_form_and_where_the_table_was_imported_is_in_it(string code, CodeStatus status, bool taken)
    {
        var faults = Faults(CatalogueFile.Course(City, code), status);

        faults.ShouldBe(taken ? [] : ["course.occupation.occupation"]);
    }

    [Fact]
    public void Every_fault_of_a_row_is_told_by_its_field()
    {
        var bad = new Course
        {
            City = "370302",
            Name = " ",
            Category = (TrainingCategory)9,
            Hours = 0,
            StandardFen = -1,
            AppraisalFeeFen = 100_000_001,
            InForce = new Period { From = new() { Year = 2020, Month = 13, Day = 1 }, To = new() { Year = 2020, Month = 1 } },
        };

        Faults(bad).ShouldBe(
        [
            "course.city", "course.occupation.occupation", "course.occupation.level", "course.name", "course.category", "course.hours", "course.leads_to",
            "course.standard_fen", "course.appraisal_fee_fen", "course.in_force.from", "course.in_force.to",
        ]);
    }

    [Fact]
    public void A_row_ends_no_earlier_than_it_begins_and_what_is_not_said_is_not_known()
    {
        var course = CatalogueFile.Course(City);
        course.ClearStandardFen();
        course.InForce.To = new DateOnly(2019, 12, 31).ToContract();
        Faults(course).ShouldBe(["course.in_force.to"]);
        course.InForce.To = course.InForce.From;

        var stored = Check(course, CodeStatus.TableNotLoaded).Course!;

        (stored.StandardFen, stored.AppraisalFeeFen, stored.CostlyOrUrgent, stored.Until).ShouldBe((null, null, null, stored.From));
    }

    private static IEnumerable<string> Faults(Course course, CodeStatus occupations = CodeStatus.TableNotLoaded) =>
        Check(course, occupations).Faults.Select(fault => fault.Field);

    private static CheckedCourse Check(Course course, CodeStatus occupations) =>
        new CourseChecks(new Tables(occupations), TrainingFixture.Today, new Caller("a", City, new HashSet<string>())).Check(new CourseRow { Row = 1, Course = course });

    private sealed class Tables(CodeStatus occupations) : ICodeTables
    {
        public CodeStatus Find(string table, string code, DateOnly on) => table == "ACA111" ? occupations : CodeStatus.Known;
    }
}
