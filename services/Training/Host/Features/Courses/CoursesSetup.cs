using Microsoft.Extensions.DependencyInjection.Extensions;
using Wenye.Persistence;
using Wenye.Training.Data;
using Wenye.Training.Features.Courses.ImportCourses;
using Wenye.Training.Features.Courses.ListCourseFaults;
using Wenye.Training.Features.Courses.ListCourses;

namespace Wenye.Training.Features.Courses;

/// <summary>What the catalogue needs (职业（工种）目录).</summary>
internal static class CoursesSetup
{
    public static void AddCourses(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<OpenImports>();
        builder.Services.AddSingleton<CourseTables>();
        builder.Services.AddScoped<Catalogue>();
        builder.Services.AddScoped<CourseWriter>();
        builder.Services.AddScoped<ImportCoursesHandler>();
        builder.Services.AddScoped<ListCourseFaultsHandler>();
        builder.Services.AddScoped<ListCoursesHandler>();
    }
}
