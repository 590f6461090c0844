using Microsoft.EntityFrameworkCore;
using Wenye.Persistence;

namespace Wenye.WelfarePosts.Data;

/// <summary>What a stream of rows brings (导入内容).</summary>
public enum PostImportKind
{
    /// <summary>月度考勤.</summary>
    Attendance = 1,

    /// <summary>比对线索.</summary>
    Marks,
}

/// <summary>How far an import is (导入进度), of whatever rows.</summary>
public sealed class PostImport : ImportProgress
{
    /// <summary>An id that was begun for one is not gone on with for the other.</summary>
    public required PostImportKind Kind { get; init; }

    /// <summary>Of attendance: the month's first day.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>Of attendance: only of this employer's people; null: of anybody's.</summary>
    public Guid? EmployerId { get; init; }

    internal static void Map(ModelBuilder model) => Map<PostImport>(model, "post_import", "post_import_fault");
}
