using Wenye.Registration.Data;

namespace Wenye.Registration.Features.Employments;

/// <summary>What the calls of employment registration need (就业登记).</summary>
internal static class EmploymentSetup
{
    public static void AddEmployments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<EmploymentStanding>();
    }
}
