using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.Training.Data;

/// <summary>The tables that an import of a catalogue writes many rows of at once (成批写入的表).</summary>
internal sealed class CourseTables
{
    public CourseTables(DbContextOptions<TrainingDbContext> options)
    {
        using var context = new TrainingDbContext(options);
        Courses = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<Course> Courses { get; }

    public RowTable<RejectedField> Faults { get; }
}
