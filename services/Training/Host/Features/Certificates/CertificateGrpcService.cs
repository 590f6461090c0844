using Grpc.Core;
using Wenye.Contracts.Training.V1;
using Wenye.ServiceDefaults;
using Wenye.Training.Features.Certificates.GetCertificate;
using Wenye.Training.Features.Certificates.IssueCertificates;
using Wenye.Training.Features.Certificates.ListCertificates;
using Wenye.Training.Features.Certificates.ReissueCertificate;
using Wenye.Training.Features.Certificates.RevokeCertificate;
using Wenye.Training.Features.Certificates.StreamCertificates;
using Wenye.Training.Features.Certificates.VerifyCertificate;

namespace Wenye.Training.Features.Certificates;

/// <summary>The calls of completion certificates (培训合格证书接口); each is a folder beside this file.</summary>
internal sealed class CertificateGrpcService(
    IssueCertificatesHandler issue, VerifyCertificateHandler verify, ReissueCertificateHandler reissue, RevokeCertificateHandler revoke,
    GetCertificateHandler get, StreamCertificatesHandler stream, ListCertificatesHandler list) : CertificateService.CertificateServiceBase
{
    public override Task<IssueCertificatesResponse> IssueCertificates(IssueCertificatesRequest request, ServerCallContext context) =>
        issue.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<VerifyCertificateResponse> VerifyCertificate(VerifyCertificateRequest request, ServerCallContext context) =>
        verify.HandleAsync(request, context.CancellationToken);

    public override Task<ReissueCertificateResponse> ReissueCertificate(ReissueCertificateRequest request, ServerCallContext context) =>
        reissue.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<RevokeCertificateResponse> RevokeCertificate(RevokeCertificateRequest request, ServerCallContext context) =>
        revoke.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task<GetCertificateResponse> GetCertificate(GetCertificateRequest request, ServerCallContext context) =>
        get.HandleAsync(request, Caller.From(context), context.CancellationToken);

    public override Task StreamCertificates(
        StreamCertificatesRequest request, IServerStreamWriter<StreamCertificatesResponse> responseStream, ServerCallContext context) =>
        stream.HandleAsync(request, responseStream, Caller.From(context), context.CancellationToken);

    public override Task<ListCertificatesResponse> ListCertificates(ListCertificatesRequest request, ServerCallContext context) =>
        list.HandleAsync(request, Caller.From(context), context.CancellationToken);
}
