using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.WelfarePosts.Data;

namespace Wenye.WelfarePosts.Features.Attendance;

/// <summary>The tables that attendance writes many rows of at once (成批写入的表).</summary>
internal sealed class AttendanceTables
{
    public AttendanceTables(DbContextOptions<WelfarePostsDbContext> options)
    {
        using var context = new WelfarePostsDbContext(options);
        Months = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<AttendanceMonth> Months { get; }

    public RowTable<RejectedField> Faults { get; }
}
