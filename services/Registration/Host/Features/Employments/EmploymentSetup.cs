using Wenye.Registration.Data;
using Wenye.Registration.Features.Employments.EndEmployment;
using Wenye.Registration.Features.Employments.GetEmployment;
using Wenye.Registration.Features.Employments.RegisterEmployment;
using Wenye.Registration.Features.Employments.SearchEmployments;

namespace Wenye.Registration.Features.Employments;

/// <summary>What the calls of employment registration need (就业登记).</summary>
internal static class EmploymentSetup
{
    public static void AddEmployments(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<EmploymentStanding>();
        builder.Services.AddScoped<EmploymentOpening>();
        builder.Services.AddScoped<RegisterEmploymentHandler>();
        builder.Services.AddScoped<EndEmploymentHandler>();
        builder.Services.AddScoped<GetEmploymentHandler>();
        builder.Services.AddScoped<SearchEmploymentsHandler>();
    }
}
