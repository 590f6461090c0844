using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>The tables of classes that calls write many rows of at once (成批写入的表).</summary>
internal sealed class ClassTables
{
    public ClassTables(DbContextOptions<TrainingDbContext> options)
    {
        using var context = new TrainingDbContext(options);
        Trainees = new(context.Model);
        Enrolments = new(context.Model);
        Attendance = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<Trainee> Trainees { get; }

    public RowTable<Enrolment> Enrolments { get; }

    public RowTable<AttendanceDay> Attendance { get; }

    public RowTable<RejectedField> Faults { get; }
}
