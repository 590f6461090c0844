using Wenye.Contracts.WelfarePosts.V1;
using Wenye.WelfarePosts.Host.Tests.Placements;
using Placement = Wenye.WelfarePosts.Data.Placement;

namespace Wenye.WelfarePosts.Host.Tests.Attendance;

/// <summary>States months of people in post as an employer's portal does.</summary>
internal sealed class AttendanceFile(PlacementOffice office)
{
    public static AttendanceRow Row(Placement placement, int worked = 20, int absent = 0, int inARow = 0) => new()
    {
        PlacementId = placement.Id.ToString(), DaysWorked = worked, DaysAbsent = absent, DaysAbsentInARow = inARow, ContributionsFen = 80_000,
    };

    /// <summary>All rows in one stream, numbered in their order.</summary>
    public Task<RecordAttendanceResponse> StateAsync(string month, params AttendanceRow[] rows) =>
        SendAsync(new AttendanceHeader { ImportId = PlacementOffice.NewId(), Month = month }, rows);

    /// <summary>The same under a header of its own, from a row on.</summary>
    public async Task<RecordAttendanceResponse> SendAsync(AttendanceHeader header, AttendanceRow[] rows, int from = 1)
    {
        var sent = rows.Select((row, i) => Numbered(row, from + i)).ToList();
        using var call = office.Attendance.RecordAttendance();
        return await call.AnswerAsync(async () =>
        {
            await call.RequestStream.WriteAsync(new() { Header = header });
            foreach (var part in sent.Chunk(1000))
            {
                await call.RequestStream.WriteAsync(new() { Rows = new() { Rows = { part } } });
            }
        });
    }

    private static AttendanceRow Numbered(AttendanceRow row, long number)
    {
        var numbered = row.Clone();
        numbered.Row = number;
        return numbered;
    }
}
