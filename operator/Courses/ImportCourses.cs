using System.Text;
using Wenye.Contracts.Training.V1;
using Wenye.Operator.Connection;
using Wenye.Operator.Firms;

namespace Wenye.Operator.Courses;

/// <summary>./platform courses import: states a city's catalogue from a CSV file (导入职业（工种）目录与补贴标准); repeated on the same file it changes nothing.</summary>
internal static class ImportCourses
{
    private const int RowsAMessage = 1000;
    private const int FaultsAPage = 1000;

    public static Command Command { get; } = new(
        "courses import", "FILE.csv", "导入职业（工种）目录与补贴标准（CSV，中文表头，金额以元填写；同市同职业同等级的后一行自起始日接替前一行）", RunAsync);

    private static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var file = arguments.Only(values: 1).Value(0, "FILE.csv");
        using var text = new StreamReader(file, Encoding.UTF8);
        var rows = CourseSheet.Read(text);
        using var session = await Session.OpenAsync(arguments, "training", cancellation);
        var courses = new CourseService.CourseServiceClient(session.Calls);
        var answer = await SendAsync(courses, FirmFiles.IdOf([file]), rows.Select(row => row.Row), cancellation);
        Console.WriteLine($"已收 {answer.Import.Taken:N0} 行，退回 {answer.Import.Rejected:N0} 行（导入标识 {answer.Import.ImportId}）");
        var asked = new ListCourseFaultsRequest { ImportId = answer.Import.ImportId, PageSize = FaultsAPage };
        do
        {
            var page = await courses.ListCourseFaultsAsync(asked, cancellationToken: cancellation);
            foreach (var fault in page.Faults)
            {
                Console.WriteLine($"  ✗ 第 {rows[(int)fault.Row - 1].Line} 行 {fault.Field}：{fault.Message}");
            }

            asked.PageToken = page.NextPageToken;
        }
        while (asked.PageToken.Length > 0);
        return answer.Import.Rejected == 0 ? 0 : 1;
    }

    private static async Task<ImportCoursesResponse> SendAsync(
        CourseService.CourseServiceClient courses, string id, IEnumerable<CourseRow> rows, CancellationToken cancellation)
    {
        using var call = courses.ImportCourses(cancellationToken: cancellation);
        try
        {
            await call.RequestStream.WriteAsync(new ImportCoursesRequest { Header = new CourseImportHeader { ImportId = id } }, cancellation);
            foreach (var part in rows.Chunk(RowsAMessage))
            {
                await call.RequestStream.WriteAsync(new ImportCoursesRequest { Rows = new CourseRows { Rows = { part } } }, cancellation);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (InvalidOperationException)
        {
            // The server has ended the call: its answer says why.
        }

        return await call.ResponseAsync;
    }
}
