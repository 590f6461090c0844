using System.Globalization;

namespace Wenye.Training.Features.Certificates.StreamCertificates;

/// <summary>What is printed (证书样式), 48号 附件1: its words, line by line, filled in.</summary>
internal static class CertificateText
{
    public static string Of(PrintedCertificate printed)
    {
        var (certificate, trained, institution) = (printed.Certificate, printed.Class, printed.InstitutionName);

        // 附件1 prints 身份证号码 and 发证日期 with a colon of half width, and a space after 参加.
        return $"""
            证书序列号：{certificate.SerialNumber}
            山东省职业技能培训合格证书
            {certificate.HolderName}（身份证号码:{printed.IdNumber}）于{Day(trained.FirstDay())}至{Day(trained.EndsOn)}期间，在{institution}参加 {trained.OccupationName}培训，经考核合格，特发此证。
            {institution}（公章）
            发证日期:{Day(certificate.IssuedOn)}
            """;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年MM月dd日", CultureInfo.InvariantCulture);
}
