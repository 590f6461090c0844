using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Wenye.Contracts.Registration.V1;
using Wenye.ServiceDefaults;

namespace Wenye.Registration.Forms;

/// <summary>How an application came in, beside its form (受理信息): channel, office, place asked for, what is missing.</summary>
/// <param name="Channel">登记渠道, never unspecified.</param>
/// <param name="OfficeId">受理机构; null when none was named.</param>
/// <param name="Place">就业地 or 参保地; null: as ADC221 says.</param>
/// <param name="PlaceEvidence">核实情况; null when nobody said.</param>
/// <param name="Missing">容缺事项 as a JSON list; null when nothing is missing.</param>
/// <param name="CommittedOn">承诺日期.</param>
internal sealed record Intake(
    ApplicationChannel Channel, Guid? OfficeId = null, RegistrationPlace? Place = null, string? PlaceEvidence = null,
    string? Missing = null, DateOnly? CommittedOn = null)
{
    /// <summary>Downloaded from the ministry's platform, complete (部平台转办).</summary>
    public static Intake Platform { get; } = new(ApplicationChannel.MinistryPlatform);

    /// <summary>What a valid request says.</summary>
    public static Intake Of(SubmitApplicationRequest request, HandledBy by) => new(
        request.Channel.Stated(),
        by.OfficeId,
        request.Place is RegistrationPlace.Employment or RegistrationPlace.Insured ? request.Place : null,
        request.PlaceEvidence.Length == 0 ? null : request.PlaceEvidence,
        request.Commitment is { } commitment ? JsonSerializer.Serialize([.. commitment.Missing], MissingJson.Relaxed.StringArray) : null,
        request.Commitment?.SignedOn.ToDay());

    /// <summary>What is missing, as it was stored (容缺事项).</summary>
    public static string[] MissingOf(string stored) => JsonSerializer.Deserialize(stored, MissingJson.Relaxed.StringArray) ?? [];
}

/// <summary>Channels of intake (登记渠道), 39号 附件1.</summary>
internal static class Channels
{
    /// <summary>Unspecified is the ministry's platform.</summary>
    public static ApplicationChannel Stated(this ApplicationChannel channel) =>
        channel == ApplicationChannel.Unspecified ? ApplicationChannel.MinistryPlatform : channel;
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class MissingJson : JsonSerializerContext
{
    public static readonly MissingJson Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
