using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Training.Host.Tests.Courses;

/// <summary>A city's catalogue as its office sends it; rows number themselves.</summary>
internal sealed class CatalogueFile(CallInvoker calls)
{
    private readonly CourseService.CourseServiceClient service = new(calls);

    public string Id { get; set; } = Guid.CreateVersion7().ToString();

    public List<CourseRow> Rows { get; } = [];

    /// <summary>A course without fault.</summary>
    public static Course Course(string city, string occupation = "4020301", int level = 5) => new()
    {
        City = city,
        Occupation = new OccupationLevel { Occupation = occupation, Level = level },
        Name = "虚构工种",
        Category = TrainingCategory.Employment,
        Hours = 80,
        LeadsTo = CertificateKind.Completion,
        StandardFen = 180_000,
        InForce = new Period { From = new DateOnly(2020, 1, 1).ToContract() },
    };

    public CatalogueFile Add(Course? course, Action<Course>? change = null)
    {
        if (course is not null)
        {
            change?.Invoke(course);
        }

        Rows.Add(new CourseRow { Row = Rows.Count + 1, Course = course });
        return this;
    }

    /// <summary>Sends the rows from one on, so many a message.</summary>
    public Task<ImportCoursesResponse> SendAsync(long from = 1, int most = 5000) => ImportTurn.TakeAsync(() => SendOnceAsync(from, most));

    public async Task<IReadOnlyList<Course>> ListAsync(string city, DateOnly? asOf = null, string occupation = "") =>
        (await service.ListCoursesAsync(new() { City = city, AsOf = asOf?.ToContract(), Occupation = occupation })).Courses;

    private async Task<ImportCoursesResponse> SendOnceAsync(long from, int most)
    {
        using var call = service.ImportCourses(cancellationToken: TestContext.Current.CancellationToken);
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new ImportCoursesRequest { Header = new CourseImportHeader { ImportId = Id } });
            foreach (var part in Rows.Where(row => row.Row >= from).Chunk(most))
            {
                await call.RequestStream.WriteAsync(new ImportCoursesRequest { Rows = new CourseRows { Rows = { part } } });
            }
        });
    }
}
