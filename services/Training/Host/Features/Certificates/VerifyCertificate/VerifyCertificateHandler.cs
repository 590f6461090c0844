using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Wenye.Contracts.Training.V1;
using Wenye.Policy;
using Wenye.ServiceDefaults;
using Wenye.Training.Data;

namespace Wenye.Training.Features.Certificates.VerifyCertificate;

/// <summary>Whether a certificate is genuine (证书查验): one statement by the number's key, and nothing of a person that the paper does not show.</summary>
/// <remarks>Everyone may ask, so nothing may be learned by asking often: of the person one answer, whether both name and id number are the holder's.</remarks>
internal sealed class VerifyCertificateHandler(TrainingDbContext database, ParameterSet parameters, TimeProvider time)
{
    private const int NameLength = 50;

    public async Task<VerifyCertificateResponse> HandleAsync(VerifyCertificateRequest request, CancellationToken cancellation)
    {
        Demand(request);
        if (!parameters.IsSerialNumber(request.SerialNumber, time))
        {
            return new() { Verification = Verification.Malformed };
        }

        return await database.Printed(database.Certificates.Where(c => c.SerialNumber == request.SerialNumber)).AsNoTracking().SingleOrDefaultAsync(cancellation) is { } printed
            ? Answer(printed, request)
            : new() { Verification = Verification.Unknown };
    }

    private static VerifyCertificateResponse Answer(PrintedCertificate printed, VerifyCertificateRequest request)
    {
        var answer = new VerifyCertificateResponse
        {
            Verification = printed.Certificate.State == CertificateState.Revoked ? Verification.Revoked : Verification.Valid,
            Name = Masked.Name(printed.Certificate.HolderName),
            Training = printed.Class.PeriodOf(),
            OccupationName = printed.Class.OccupationName,
            Level = printed.Class.Level,
            InstitutionName = printed.InstitutionName,
            IssuedOn = printed.Certificate.IssuedOn.ToContract(),
        };
        if (request.Name.Length > 0 && ResidentId.TryParse(request.IdNumber, out var id))
        {
            // Both are compared whatever the first gives, in a time that does not tell how much of them is right.
            answer.HolderMatches = Same(request.Name, printed.Certificate.HolderName) & Same(id.Reveal(), printed.IdNumber);
        }

        return answer;
    }

    private static bool Same(string given, string held) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(held));

    private static void Demand(VerifyCertificateRequest request) => new RequestFaults()
        .Demand(
            (request.Name.Length == 0) == (request.IdNumber.Length == 0) && request.Name.Length <= NameLength,
            "AAC003", $"核对持证人时请同时填写姓名和身份证号码，姓名不超过{NameLength}个字符；只查验证书时都不填")
        .Demand(
            request.IdNumber.Length == 0 || ResidentId.TryParse(request.IdNumber, out _),
            "AAC147", "身份证号码应为18位且校验码正确，末位X应大写，请按证书填写")
        .ThrowIfAny();
}
