using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Registration.V1;
using Wenye.Persistence;

namespace Wenye.Registration.Data;

/// <summary>An import of applications (批量导入).</summary>
public sealed class ApplicationImport : ImportProgress
{
    /// <summary>How the applications came (登记渠道).</summary>
    public required ApplicationChannel Channel { get; init; }

    internal static void Map(ModelBuilder model) => Map<ApplicationImport>(model, "application_import", "application_import_fault");
}
