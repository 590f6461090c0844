using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Testing;
using Wenye.Training.Features.Courses;

namespace Wenye.Training.Host.Tests.Courses;

/// <summary>The city's catalogue with what it pays (55号 第五条): imported row by row, dated, asked for as of a day.</summary>
public sealed class CourseTests(TrainingFixture fixture)
{
    private static readonly DateOnly NewYear = new(2020, 1, 1);

    [Fact]
    public async Task Good_rows_are_taken_bad_ones_come_back_and_the_catalogue_shows_what_was_stated()
    {
        var file = File("410800");
        file.Add(CatalogueFile.Course("410800"), course =>
        {
            (course.AppraisalFeeFen, course.CostlyOrUrgent) = (25_000, true);
            course.InForce.To = new DateOnly(2020, 12, 31).ToContract();
        });
        file.Add(CatalogueFile.Course("410800", level: 6)).Add(null);
        file.Add(CatalogueFile.Course("410800", "4020302", 3), course => course.ClearStandardFen());

        var answer = await file.SendAsync();

        (answer.Import.NextRow, answer.Import.Taken, answer.Import.Rejected).ShouldBe((5, 2, 2));
        answer.Faults.Select(fault => (fault.Row, fault.Field)).ShouldBe([(2, "course.occupation.level"), (3, "course")]);
        (await file.ListAsync("410800")).ShouldBe([file.Rows[0].Course, file.Rows[3].Course]);
        (await file.ListAsync("410800", occupation: "4020302")).ShouldHaveSingleItem().HasStandardFen.ShouldBeFalse();
        (await file.SendAsync()).ShouldBe(answer);
    }

    [Fact]
    public async Task Faults_beyond_the_first_hundred_are_listed_page_by_page()
    {
        var calls = fixture.Calls("410802", Roles.Training);
        var file = new CatalogueFile(calls);
        for (var row = 0; row < 150; row++)
        {
            file.Add(null);
        }

        (await file.SendAsync()).Faults.Count.ShouldBe(100);
        var courses = new CourseService.CourseServiceClient(calls);
        var (rows, request) = (new List<long>(), new ListCourseFaultsRequest { ImportId = file.Id, PageSize = 100 });
        do
        {
            var page = await courses.ListCourseFaultsAsync(request);
            rows.AddRange(page.Faults.Select(fault => fault.Row));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        rows.ShouldBe(Enumerable.Range(1, 150).Select(row => (long)row));

        (await RefusalAsync(courses, new() { ImportId = file.Id, PageSize = 1001, PageToken = "x" })).Fields().ShouldBe(["page_size", "page_token"]);
        var other = new CourseService.CourseServiceClient(fixture.Calls("410802", Roles.Training));
        (await RefusalAsync(other, new() { ImportId = file.Id })).StatusCode.ShouldBe(StatusCode.NotFound);
        var reader = new CourseService.CourseServiceClient(fixture.Calls("410802", Roles.TrainingReviewer));
        (await RefusalAsync(reader, new() { ImportId = file.Id })).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task A_later_row_ends_the_earlier_the_day_before_and_past_its_last_day_nothing_holds()
    {
        var file = File("410900");
        file.Add(CatalogueFile.Course("410900"), course => course.StandardFen = 1)
            .Add(CatalogueFile.Course("410900"), course =>
            {
                (course.StandardFen, course.InForce.From) = (2, new DateOnly(2020, 6, 1).ToContract());
                course.InForce.To = new DateOnly(2020, 6, 30).ToContract();
            });
        await file.SendAsync();

        var before = (await file.ListAsync("410900", new(2020, 5, 31))).ShouldHaveSingleItem();
        (before.StandardFen, before.InForce.To.ToDay()).ShouldBe((1, new DateOnly(2020, 5, 31)));
        var during = (await file.ListAsync("410900", new(2020, 6, 30))).ShouldHaveSingleItem();
        (during.StandardFen, during.InForce.To.ToDay()).ShouldBe((2, new DateOnly(2020, 6, 30)));
        (await file.ListAsync("410900", new(2020, 7, 1))).ShouldBeEmpty();
        (await file.ListAsync("410900", NewYear.AddDays(-1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_said_again_of_the_same_first_day_takes_the_place_of_what_was_said()
    {
        var file = File("411000");
        file.Add(CatalogueFile.Course("411000")).Add(CatalogueFile.Course("411000"), course => course.Hours = 90);
        await file.SendAsync();
        (await file.ListAsync("411000")).ShouldHaveSingleItem().Hours.ShouldBe(90);

        var again = File("411000").Add(CatalogueFile.Course("411000"), course => course.Hours = 100);
        await again.SendAsync();

        (await file.ListAsync("411000")).ShouldHaveSingleItem().Hours.ShouldBe(100);
    }

    [Fact]
    public async Task An_import_goes_on_where_it_was_and_its_id_is_not_used_for_other_rows()
    {
        var file = File("411100").Add(CatalogueFile.Course("411100"));
        await file.SendAsync();
        file.Add(CatalogueFile.Course("411100", "4020302"));

        (await file.SendAsync(from: 2)).Import.Taken.ShouldBe(2);

        file.Rows[0].Course.Hours = 1;
        (await Should.ThrowAsync<RpcException>(() => file.SendAsync())).Reason().ShouldBe("IMPORT_ID_REUSED");
        file.Id = "";
        (await Should.ThrowAsync<RpcException>(() => file.SendAsync())).Fields().ShouldBe(["import_id"]);
        (file.Id, file.Rows[1].Row) = (Guid.CreateVersion7().ToString(), 3);
        (await Should.ThrowAsync<RpcException>(() => file.SendAsync())).Fields().ShouldBe(["row"]);
    }

    [Fact]
    public async Task Two_files_that_state_the_same_at_once_leave_one_of_each()
    {
        var files = Enumerable.Range(0, 2).Select(n =>
        {
            var file = File("410700");
            Enumerable.Range(0, 200).ToList().ForEach(i => file.Add(CatalogueFile.Course("410700", $"402{i:0000}"), course => course.Hours = 10 + n));
            return file;
        }).ToList();

        await Task.WhenAll(files.Select(file => file.SendAsync(most: 50)));

        (await fixture.ReadAsync<long>("select count(*) from course where city = '410700'")).ShouldBe(200);
        (await fixture.ReadAsync<long>("select count(distinct hours) from course where city = '410700'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_city_states_its_own_catalogue_and_its_counties_read_it()
    {
        var file = File("411400").Add(CatalogueFile.Course("410200")).Add(CatalogueFile.Course("411400"));
        var answer = await file.SendAsync();
        answer.Faults.ShouldHaveSingleItem().Field.ShouldBe("course.city");

        (await File("411402").ListAsync("411400")).ShouldHaveSingleItem();
        (await Should.ThrowAsync<RpcException>(() => File("411502").ListAsync("411400"))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        var portal = new CatalogueFile(fixture.Calls("411400", Roles.TrainingPortal)).Add(CatalogueFile.Course("411400"));
        (await portal.ListAsync("411400")).ShouldHaveSingleItem();
        (await Should.ThrowAsync<RpcException>(() => portal.SendAsync())).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    [Fact]
    public async Task Pages_go_by_occupation_and_level_and_what_is_asked_wrongly_is_told()
    {
        var file = File("411500");
        foreach (var (occupation, level) in new[] { ("4020302", 5), ("4020301", 5), ("4020301", 3), ("4990101", 4) })
        {
            file.Add(CatalogueFile.Course("411500", occupation, level));
        }

        await file.SendAsync();
        var service = new CourseService.CourseServiceClient(fixture.Calls("411500", Roles.TrainingPortal));
        var listed = new List<string>();
        var request = new ListCoursesRequest { City = "411500", Occupation = "402", PageSize = 2 };
        do
        {
            var page = await service.ListCoursesAsync(request);
            listed.AddRange(page.Courses.Select(course => $"{course.Occupation.Occupation}/{course.Occupation.Level}"));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        listed.ShouldBe(["4020301/3", "4020301/5", "4020302/5"]);
        var wrong = new ListCoursesRequest { City = "411502", Occupation = "木工", AsOf = new() { Year = 2020, Month = 2, Day = 30 }, PageSize = 1001, PageToken = "x" };
        (await Should.ThrowAsync<RpcException>(async () => await service.ListCoursesAsync(wrong))).Fields()
            .ShouldBe(["city", "occupation", "as_of", "page_size", "page_token"]);
    }

    [Fact]
    public async Task Whoever_needs_a_course_asks_for_place_and_day_and_what_no_city_states_is_unknown()
    {
        await File("411600").Add(CatalogueFile.Course("411600")).SendAsync();
        await using var scope = fixture.Service.Services.CreateAsyncScope();
        var catalogue = scope.ServiceProvider.GetRequiredService<Catalogue>();

        (await FindAsync("411602", 5))!.StandardFen.ShouldBe(180_000);
        (await FindAsync("411600", 5))!.City.ShouldBe("411600");
        (await FindAsync("411602", 4)).ShouldBeNull();
        (await FindAsync("411700", 5)).ShouldBeNull();
        (await FindAsync("370000", 5)).ShouldBeNull();

        Task<Data.Course?> FindAsync(string place, int level) =>
            catalogue.InForceAsync(Division.Parse(place), "4020301", level, TrainingFixture.Today, TestContext.Current.CancellationToken);
    }

    private CatalogueFile File(string division) => new(fixture.Calls(division, Roles.Training));

    private static Task<RpcException> RefusalAsync(CourseService.CourseServiceClient courses, ListCourseFaultsRequest request) =>
        Should.ThrowAsync<RpcException>(async () => await courses.ListCourseFaultsAsync(request));
}
