namespace Wenye.Statistics.Data;

/// <summary>The figures of one division, month and category of training (补贴性培训): the sums of the facts counted there.</summary>
public sealed class TrainingTally
{
    /// <summary>GB/T 2260 code as the event named it: a county, a city or the province.</summary>
    public required string Division { get; init; }

    /// <summary>Calendar month, YYYY-MM.</summary>
    public required string Month { get; init; }

    /// <summary>培训类别: employment, upgrading or entrepreneurship.</summary>
    public required string Category { get; init; }

    /// <summary>验收合格班次: <see cref="AcceptedClass"/>.</summary>
    public long ClassesAccepted { get; init; }

    /// <summary>补贴性培训人次, of <see cref="AcceptedClass.Trainees"/>.</summary>
    public long Trained { get; init; }

    /// <summary>Of these, in classes in part online (线上线下融合).</summary>
    public long TrainedCombined { get; init; }

    /// <summary>Of these, in classes of online platforms (线上平台培训).</summary>
    public long TrainedOnPlatforms { get; init; }

    /// <summary>Of those trained, who passed (考核合格人次).</summary>
    public long Passed { get; init; }

    /// <summary>核发证书数, of <see cref="IssuedCertificates.Count"/>.</summary>
    public long CertificatesIssued { get; init; }

    /// <summary>撤销证书数: <see cref="RevokedCertificate"/>.</summary>
    public long CertificatesRevoked { get; init; }
}
