using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;
using Wenye.Registration.Data;

namespace Wenye.Registration.Features.Imports.ImportApplications;

/// <summary>The tables that an import writes by COPY (导入写入的表).</summary>
internal sealed class ImportTables
{
    public ImportTables(DbContextOptions<RegistrationDbContext> options)
    {
        using var context = new RegistrationDbContext(options);
        Applications = new(context.Model, nameof(StoredApplication.Serial));
        Steps = new(context.Model);
        Faults = new(context.Model);
    }

    public RowTable<StoredApplication> Applications { get; }

    public RowTable<StoredStep> Steps { get; }

    public RowTable<RejectedField> Faults { get; }
}
