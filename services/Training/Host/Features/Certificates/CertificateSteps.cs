using Wenye.Contracts.Training.V1;
using Wenye.Persistence;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;
using Certificate = Wenye.Training.Data.Certificate;

namespace Wenye.Training.Features.Certificates;

/// <summary>Keeps who did what to a certificate, when and where (办理环节).</summary>
internal static class CertificateSteps
{
    /// <summary>The certificate goes to a state, or something is done in the one it is in (转入).</summary>
    /// <param name="certificate">With its steps, its row held.</param>
    /// <param name="state">What it is left in.</param>
    /// <param name="by">Who, when and where.</param>
    /// <param name="what">What was done; remarks follow.</param>
    public static void MoveTo(this Certificate certificate, CertificateState state, HandledBy by, string what)
    {
        certificate.State = state;
        certificate.Steps.Add(new CertificateStep { SerialNumber = certificate.SerialNumber, State = state }.By(certificate.Steps.Count + 1, by, what));
    }

    /// <summary>Refuses a certificate that was revoked (证书状态校验).</summary>
    /// <exception cref="Grpc.Core.RpcException">FAILED_PRECONDITION, reason CERTIFICATE_REVOKED.</exception>
    public static void DemandValid(this Certificate certificate)
    {
        if (certificate.State != CertificateState.Valid)
        {
            throw RpcErrors.FailedPrecondition("CERTIFICATE_REVOKED", "该培训合格证书已撤销，不能办理");
        }
    }
}
