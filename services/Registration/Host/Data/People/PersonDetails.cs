using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Wenye.Registration.Data;

/// <summary>What is known of a person (人员基本信息), as the latest form told it; kept encrypted as one text.</summary>
/// <param name="Name">姓名 AAC003.</param>
/// <param name="Sex">性别, code table AAC004.</param>
/// <param name="IdDocumentType">证件类型, code table AAC058.</param>
/// <param name="IdDocumentNumber">证件号码 AAC044, upper case.</param>
/// <param name="SocialSecurityNumber">社会保障号码 AAC002; null when no form told it.</param>
/// <param name="MobilePhone">手机号码 AAC067.</param>
public sealed record PersonDetails(
    string Name, string Sex, string IdDocumentType, string IdDocumentNumber, string? SocialSecurityNumber, string MobilePhone)
{
    /// <summary>Never the values: a record's text could reach a log.</summary>
    public override string ToString() => nameof(PersonDetails);

    internal string ToJson() => JsonSerializer.Serialize(this, PersonJson.Relaxed.PersonDetails);

    internal static PersonDetails Of(string json) =>
        JsonSerializer.Deserialize(json, PersonJson.Relaxed.PersonDetails) ?? throw new InvalidDataException("Stored details are never null.");
}

[JsonSerializable(typeof(PersonDetails))]
internal sealed partial class PersonJson : JsonSerializerContext
{
    public static readonly PersonJson Relaxed = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
