namespace Wenye.WelfarePosts.Features.Wages;

/// <summary>What the calls of wages need (最低工资标准).</summary>
internal static class WagesSetup
{
    public static void AddWages(this IHostApplicationBuilder builder) => builder.Services.AddScoped<WageBook>();
}
