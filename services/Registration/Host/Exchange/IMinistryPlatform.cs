using Wenye.Contracts.Registration.V1;
using Wenye.Registration.Domain.Applications;

namespace Wenye.Registration.Exchange;

/// <summary>The ministry's platform (部级业务协同平台) as this system sees it; all that is known of its wire form is behind it.</summary>
/// <remarks>
/// A question that gets no answer in time, or an error for one, throws <see cref="HttpRequestException"/> or
/// <see cref="OperationCanceledException"/>: whether it had an effect is then unknown.
/// </remarks>
internal interface IMinistryPlatform
{
    /// <summary>Applications that wait (待审核) for a division and those below it, by number (ADC201); none: there are no more.</summary>
    /// <param name="division">GB/T 2260.</param>
    /// <param name="after">The last number of the page before; empty for the first page.</param>
    /// <param name="cancellation">The run's.</param>
    Task<IReadOnlyList<Dictionary<string, string>>> DownloadAsync(string division, string after, CancellationToken cancellation);

    /// <summary>Says which applications have been stored here (确认下载): 待审核 → 审核中. To say it again changes nothing.</summary>
    Task AcknowledgeAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation);

    /// <summary>Whether the platform has the record of this identity (是否已收到), as printed: AAB301 + AAZ341.</summary>
    Task<bool> KnowsAsync(ExchangeKind kind, string division, string serial, CancellationToken cancellation);

    /// <summary>Uploads a record (上传).</summary>
    /// <returns>What the platform finds at fault; empty when it has taken the record.</returns>
    Task<IReadOnlyList<FieldFault>> UploadAsync(
        ExchangeKind kind, string division, string serial, IReadOnlyDictionary<string, string> fields, CancellationToken cancellation);
}
