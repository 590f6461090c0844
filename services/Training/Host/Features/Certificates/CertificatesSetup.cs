using Wenye.Training.Features.Certificates.GetCertificate;
using Wenye.Training.Features.Certificates.IssueCertificates;
using Wenye.Training.Features.Certificates.ListCertificates;
using Wenye.Training.Features.Certificates.ReissueCertificate;
using Wenye.Training.Features.Certificates.RevokeCertificate;
using Wenye.Training.Features.Certificates.StreamCertificates;
using Wenye.Training.Features.Certificates.VerifyCertificate;

namespace Wenye.Training.Features.Certificates;

/// <summary>What the calls of completion certificates need (培训合格证书管理).</summary>
internal static class CertificatesSetup
{
    public static void AddCertificates(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IssuingTurns>();
        builder.Services.AddSingleton<IssuedRows>();
        builder.Services.AddScoped<Candidates>();
        builder.Services.AddScoped<NumberedBatches>();
        builder.Services.AddScoped<CertificateReads>();
        builder.Services.AddScoped<IssueCertificatesHandler>();
        builder.Services.AddScoped<VerifyCertificateHandler>();
        builder.Services.AddScoped<ReissueCertificateHandler>();
        builder.Services.AddScoped<RevokeCertificateHandler>();
        builder.Services.AddScoped<GetCertificateHandler>();
        builder.Services.AddScoped<ListCertificatesHandler>();
        builder.Services.AddScoped<StreamCertificatesHandler>();
    }
}
