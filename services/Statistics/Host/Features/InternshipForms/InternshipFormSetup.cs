using Wenye.Statistics.Features.InternshipForms.ExportInternshipForms;
using Wenye.Statistics.Features.InternshipForms.GetInternshipForm;
using Wenye.Statistics.Features.InternshipForms.ListInternshipForms;
using Wenye.Statistics.Features.InternshipForms.SubmitInternshipForm;
using Wenye.Statistics.Features.InternshipForms.SumInternshipForms;

namespace Wenye.Statistics.Features.InternshipForms;

/// <summary>What the internship form needs (见习汇总表).</summary>
internal static class InternshipFormSetup
{
    public static void AddInternshipForms(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FormRules>();
        builder.Services.AddScoped<FormQueries>();
        builder.Services.AddScoped<SubmitInternshipFormHandler>();
        builder.Services.AddScoped<GetInternshipFormHandler>();
        builder.Services.AddScoped<ListInternshipFormsHandler>();
        builder.Services.AddScoped<SumInternshipFormsHandler>();
        builder.Services.AddScoped<ExportInternshipFormsHandler>();
    }
}
